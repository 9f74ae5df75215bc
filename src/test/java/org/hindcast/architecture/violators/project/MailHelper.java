package org.hindcast.architecture.violators.project;

/** Has a name that says how, not what. */
public class MailHelper {}

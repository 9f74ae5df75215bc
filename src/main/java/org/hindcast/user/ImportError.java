package org.hindcast.user;

import java.util.List;

/**
 * What is wrong with one line of a file.
 *
 * @param line as an editor counts them, from 1
 * @param column of the file, empty when it is the whole line
 * @param value as it was written, cut when it is long
 * @param key of the sentence that says what is wrong
 * @param arguments that the sentence mentions
 */
public record ImportError(int line, String column, String value, String key, List<Object> arguments) {}

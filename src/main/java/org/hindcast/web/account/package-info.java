/**
 * Signing in and out, registering, and one's own account.
 *
 * <p>Beside the door itself, only these pages know Jakarta Security: somebody has to hand over what was typed into the
 * form.
 */
package org.hindcast.web.account;

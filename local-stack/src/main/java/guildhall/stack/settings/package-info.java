/**
 * What can be changed about the local stack, where its files live, and the secrets that are made up
 * on first start.
 *
 * <p>Invariants: a setting that is not in {@code defaults.properties} does not exist, and naming
 * one is an error rather than silence; a secret is never printed, never committed and readable by
 * its owner only.
 */
@NullMarked
package guildhall.stack.settings;

import org.jspecify.annotations.NullMarked;

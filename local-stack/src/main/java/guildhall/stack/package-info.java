/**
 * The whole platform on one machine: {@link guildhall.stack.Stack} starts, stops, kills and watches
 * its parts and is what the demo and the crash test use; {@link guildhall.stack.Guildhall} is the
 * command line on top of it, called by the script {@code guildhall} in the root of the checkout.
 */
@NullMarked
package guildhall.stack;

import org.jspecify.annotations.NullMarked;

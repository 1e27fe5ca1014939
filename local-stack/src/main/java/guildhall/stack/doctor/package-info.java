/**
 * Looks at the machine before or instead of a start, and says for every finding what to do about
 * it. It changes nothing.
 */
@NullMarked
package guildhall.stack.doctor;

import org.jspecify.annotations.NullMarked;

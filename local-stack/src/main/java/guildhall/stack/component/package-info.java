/**
 * What all parts of the local stack have in common, be they a database or one of our services: a
 * name, ports, what they need first, how they are launched and when they are ready. A {@link
 * guildhall.stack.component.Supervisor} applies the same care to each of them.
 *
 * <p>Invariants: a start finds a running process and leaves it alone; a start after a kill, of this
 * program or of anything it started, needs no cleaning up by hand; a failure names the port or the
 * file that is in the way.
 */
@NullMarked
package guildhall.stack.component;

import org.jspecify.annotations.NullMarked;

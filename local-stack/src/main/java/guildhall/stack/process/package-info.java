/**
 * Processes that outlive the program that started them: starting them detached, recognising them
 * again later although process ids are reused, signalling them, and finding out who holds a port.
 *
 * <p>Where the kernel offers {@code /proc} it is used; elsewhere the JDK's process handles and
 * {@code lsof} answer as well as they can.
 */
@NullMarked
package guildhall.stack.process;

import org.jspecify.annotations.NullMarked;

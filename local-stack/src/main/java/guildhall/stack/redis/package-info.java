/** A real Redis as a process of its own, from the binaries in a Maven artifact. */
@NullMarked
package guildhall.stack.redis;

import org.jspecify.annotations.NullMarked;

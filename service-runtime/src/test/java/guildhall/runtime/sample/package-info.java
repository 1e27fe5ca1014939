/** A service that has nothing but the runtime, to try the runtime with. */
@NullMarked
package guildhall.runtime.sample;

import org.jspecify.annotations.NullMarked;

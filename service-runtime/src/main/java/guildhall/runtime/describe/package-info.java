/**
 * OpenAPI that is true: arguments and refusals that the runtime adds to every endpoint are
 * described once, here, so that services describe only what is their own.
 */
@NullMarked
package guildhall.runtime.describe;

import org.jspecify.annotations.NullMarked;

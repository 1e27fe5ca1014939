/** A client of the platform over HTTP, as the demo and the benchmarks use it. */
@NullMarked
package guildhall.client;

import org.jspecify.annotations.NullMarked;

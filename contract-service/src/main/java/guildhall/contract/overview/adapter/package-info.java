/** Contracts and their timelines over HTTP, for reading. */
@NullMarked
package guildhall.contract.overview.adapter;

import org.jspecify.annotations.NullMarked;

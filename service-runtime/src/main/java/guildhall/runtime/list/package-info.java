/**
 * Where a page of a list begins. Pure, so that ports may speak of it; clients see the opaque cursor
 * that {@link guildhall.runtime.web.Paging} reads.
 */
@NullMarked
package guildhall.runtime.list;

import org.jspecify.annotations.NullMarked;

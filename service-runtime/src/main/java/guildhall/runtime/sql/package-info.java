/**
 * What every table of PostgreSQL keeps in the same way: times, and the sides of a deal. For
 * adapters only; decisions do not know of rows.
 */
@NullMarked
package guildhall.runtime.sql;

import org.jspecify.annotations.NullMarked;

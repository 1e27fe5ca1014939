/**
 * What every table of PostgreSQL keeps in the same way: times, and the sides of a deal. For
 * adapters only; decisions do not know of rows. And the way to the tables: connections are handed
 * out in the order in which they were asked for, what a transaction has locked is remembered until
 * it ends, and what only has to be there afterwards is written together at the commit.
 *
 * <p>Metric: {@code guildhall.pool.waiting}, beside those of Hikari, which only ever sees the one
 * whose turn it is.
 */
@NullMarked
package guildhall.runtime.sql;

import org.jspecify.annotations.NullMarked;

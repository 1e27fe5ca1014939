/** HTTP and the full-text index in PostgreSQL. */
@NullMarked
package guildhall.job.search.adapter;

import org.jspecify.annotations.NullMarked;

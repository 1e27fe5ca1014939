/** HTTP, PostgreSQL, timers, messages. */
@NullMarked
package guildhall.job.posting.adapter;

import org.jspecify.annotations.NullMarked;

/** HTTP, PostgreSQL, timers, messages. */
@NullMarked
package guildhall.job.proposal.adapter;

import org.jspecify.annotations.NullMarked;

/** Milestones over HTTP and in PostgreSQL, their messages and their lines in the timeline. */
@NullMarked
package guildhall.contract.milestone.adapter;

import org.jspecify.annotations.NullMarked;

/**
 * Search: open, public jobs by words and filters.
 *
 * <p>The index is a table of its own, written in the transaction that opens, edits or closes a job,
 * so a job is found from the moment its publication is answered and never after it closed. Titles
 * weigh more than skills, skills more than descriptions. The rank of a job depends on the job and
 * the words alone, so a page continues exactly where the one before ended.
 */
@NullMarked
package guildhall.job.search;

import org.jspecify.annotations.NullMarked;

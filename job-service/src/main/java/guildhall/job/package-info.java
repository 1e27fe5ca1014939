/**
 * Everything before an agreement exists: demand, the answers to it and the choice among them.
 *
 * <ul>
 *   <li>{@code posting}: what a client wants done
 *   <li>{@code search}: finding what is open to everybody
 *   <li>{@code proposal}: what talents offer for it
 *   <li>{@code hire}: choosing one of them, and undoing the choice
 * </ul>
 *
 * A job is one lock: whatever changes a job or one of its proposals locks the row of the job first,
 * so two acceptances, or an acceptance and a withdrawal, never interleave.
 */
@NullMarked
package guildhall.job;

import org.jspecify.annotations.NullMarked;

/** What job-service says: jobs and proposals. */
@NullMarked
package guildhall.messages.job;

import org.jspecify.annotations.NullMarked;

/** HTTP, Kafka, and the transaction over a job and its proposals. */
@NullMarked
package guildhall.job.hire.adapter;

import org.jspecify.annotations.NullMarked;

/** Group commit on PostgreSQL, and its answer to those who must come back later. */
@NullMarked
package guildhall.payment.groupcommit.adapter;

import org.jspecify.annotations.NullMarked;

/** HTTP, PostgreSQL, messages. */
@NullMarked
package guildhall.review.reputation.adapter;

import org.jspecify.annotations.NullMarked;

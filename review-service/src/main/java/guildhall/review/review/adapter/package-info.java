/** HTTP, PostgreSQL, messages. */
@NullMarked
package guildhall.review.review.adapter;

import org.jspecify.annotations.NullMarked;

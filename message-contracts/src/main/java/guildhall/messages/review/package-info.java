/** What review-service says: reviews and reputation. */
@NullMarked
package guildhall.messages.review;

import org.jspecify.annotations.NullMarked;

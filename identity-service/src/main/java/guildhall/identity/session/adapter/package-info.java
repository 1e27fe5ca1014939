/** Sessions over HTTP, in MongoDB (collection {@code sessions}), in Redis and on Kafka. */
@NullMarked
package guildhall.identity.session.adapter;

import org.jspecify.annotations.NullMarked;

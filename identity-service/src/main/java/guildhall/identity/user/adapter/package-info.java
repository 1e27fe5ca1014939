/**
 * Accounts over HTTP, in MongoDB (collection {@code users}) and on Kafka. The answers to whoever is
 * not logged in are the same in body, status and pace whether or not an address is known.
 */
@NullMarked
package guildhall.identity.user.adapter;

import org.jspecify.annotations.NullMarked;

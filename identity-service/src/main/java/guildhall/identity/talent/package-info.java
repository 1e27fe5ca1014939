/**
 * Talent profiles: as whom people offer their work. A plain feature: a record, its collection
 * {@code talents}, a controller.
 *
 * <p>One per user, so its id is derived from the user's. The slug is unique and immutable. What a
 * profile says is public; whose login it is, is not. Publishes {@code identity.profile.events}.
 */
@NullMarked
package guildhall.identity.talent;

import org.jspecify.annotations.NullMarked;

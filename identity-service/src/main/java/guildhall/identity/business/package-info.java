/**
 * Business profiles: for whom clients hire and pay. A plain feature: a record, its collection
 * {@code businesses}, a controller.
 *
 * <p>A user may own many. The slug is unique and immutable. Strangers see only what is made for
 * them; legal and billing data are the owner's. Publishes {@code identity.profile.events}.
 */
@NullMarked
package guildhall.identity.business;

import org.jspecify.annotations.NullMarked;

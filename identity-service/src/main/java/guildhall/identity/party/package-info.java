/**
 * For whom a user may act, and what that makes them. A plain feature: it only reads.
 *
 * <p>CLIENT and TALENT are not stored with the account: a user is a client because they own a
 * business, a talent because they have a profile. So roles and parties cannot disagree.
 */
@NullMarked
package guildhall.identity.party;

import org.jspecify.annotations.NullMarked;

/**
 * Reviews: SEALED until they are published together with the one of the other side.
 *
 * <ul>
 *   <li>A sealed review is read by its author only: not by the other side, not by staff.
 *   <li>Private feedback stays between its author and the platform, also after publication.
 *   <li>The subject may respond once, in public, within thirty days of the publication.
 * </ul>
 *
 * How reviews are written and published is in {@code window}.
 */
@NullMarked
package guildhall.review.review;

import org.jspecify.annotations.NullMarked;

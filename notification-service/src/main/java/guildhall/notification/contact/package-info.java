/**
 * Where a user's mail goes, and which user acts for a talent: read models of identity-service. A
 * plain feature, a row per user, a row per talent and no rules.
 */
@NullMarked
package guildhall.notification.contact;

import org.jspecify.annotations.NullMarked;

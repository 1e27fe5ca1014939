/**
 * Where a user's mail goes: a read model of identity-service. A plain feature, a row per user and
 * no rules.
 */
@NullMarked
package guildhall.notification.contact;

import org.jspecify.annotations.NullMarked;

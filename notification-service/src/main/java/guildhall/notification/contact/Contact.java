package guildhall.notification.contact;

import guildhall.messages.id.UserId;

/** How to reach a user. */
public record Contact(UserId user, String email, String displayName) {}

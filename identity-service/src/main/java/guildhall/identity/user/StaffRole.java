package guildhall.identity.user;

/** What staff may do; the names travel in the {@code roles} claim of access tokens. */
public enum StaffRole {
    SUPPORT_AGENT,
    MODERATOR,
    FINANCE_OPS,
    COMPLIANCE,
    ADMIN,
    SUPERADMIN
}

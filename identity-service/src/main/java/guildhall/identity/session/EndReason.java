package guildhall.identity.session;

/** Why a login ended before its time; the names are part of the published language. */
public enum EndReason {
    LOGOUT,
    REVOKED,
    TOKEN_REUSE,
    PASSWORD_CHANGED,
    SUSPENDED
}

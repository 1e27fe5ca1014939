package guildhall.gateway.token;

/** What verification said of a token. */
sealed interface Verdict {
    record Valid(AccessToken token) implements Verdict {}

    record Invalid() implements Verdict {}

    /** No key of identity-service has ever been read. */
    record Undecided() implements Verdict {}

    /** Too many tokens from the same address were no good. */
    record NotLookedAt() implements Verdict {}
}

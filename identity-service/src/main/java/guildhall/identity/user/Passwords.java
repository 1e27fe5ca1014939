package guildhall.identity.user;

/** Which passwords are accepted, and the slow hashing of them. */
public interface Passwords {
    boolean isGuessable(String password, EmailAddress email);

    String hash(String password);

    Match match(String password, String hash);

    /**
     * Costs what {@link #match} costs and never matches. Called where there is no account, so that
     * the time of an answer does not tell that there is none.
     */
    void matchNothing(String password);

    /** How a password compares with a stored hash. */
    enum Match {
        NO,
        YES,
        /** Right, but the hash was made with parameters that are no longer today's. */
        YES_WITH_OLD_PARAMETERS
    }
}

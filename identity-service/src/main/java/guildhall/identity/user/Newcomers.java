package guildhall.identity.user;

/** Who takes over when an address is proved. */
public interface Newcomers {
    /** Makes the profile that the account signed up for, unless it is there. */
    void welcome(Account account);
}

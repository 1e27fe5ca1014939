package guildhall.identity.user;

/** A fresh token on its way into a mail. The plain text is never stored with the account. */
public record MailedToken(String plain, OneTimeToken kept) {
    @Override
    public String toString() {
        return "MailedToken[" + kept.hash() + "]";
    }
}

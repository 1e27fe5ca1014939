package guildhall.payment.payoutaccount;

/**
 * Where exactly the money goes, as far as we may know.
 *
 * @param token the provider's name for it, which is of no use to anybody else
 * @param lastFour for people to recognise it; empty when the provider does not tell
 */
public record Destination(String token, String lastFour) {
    /** Tokens stay out of logs. */
    @Override
    public String toString() {
        return "…" + lastFour;
    }
}

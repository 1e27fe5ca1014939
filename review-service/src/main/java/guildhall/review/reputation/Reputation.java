package guildhall.review.reputation;

import guildhall.messages.party.Party;

/**
 * What others say about a party.
 *
 * @param averageHundredths 475 is 4.75 of 5; rounded half up
 */
public record Reputation(Party party, int averageHundredths, int reviews) {
    /**
     * @param reviews how many, at least one
     */
    public static Reputation of(Party party, long sumOfRatings, int reviews) {
        if (reviews < 1) {
            throw new IllegalArgumentException("No average of nothing: " + party);
        }
        var halfUp = (200 * sumOfRatings + reviews) / (2L * reviews);
        return new Reputation(party, Math.toIntExact(halfUp), reviews);
    }
}

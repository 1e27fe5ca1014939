package guildhall.payment.fee;

/**
 * The rate for the part of the lifetime billing that lies above a threshold, up to the next tier.
 *
 * @param aboveMajorUnits for example 500 for the part above 500 dollars
 * @param basisPoints hundredths of a per cent: 2000 is 20 %
 */
public record FeeTier(long aboveMajorUnits, int basisPoints) {
    public FeeTier {
        if (aboveMajorUnits < 0 || aboveMajorUnits > 1_000_000_000_000L) {
            throw new IllegalArgumentException("Threshold of a fee tier: " + aboveMajorUnits);
        }
        if (basisPoints < 0 || basisPoints > 10_000) {
            throw new IllegalArgumentException("Rate of a fee tier: " + basisPoints);
        }
    }
}

package guildhall.payment.fee;

import org.jspecify.annotations.Nullable;

/**
 * What a price depends on besides amounts.
 *
 * @param schedule the version that was agreed on; null: the one in force when it is first needed
 * @param sellerLevel from 0 upwards
 * @param sellerPlan empty: none
 */
public record FeeBasis(
        ContractKind kind, @Nullable String schedule, int sellerLevel, String sellerPlan) {
    /** A contract at a fixed price with a seller about whom nothing is known. */
    public static final FeeBasis STANDARD = new FeeBasis(ContractKind.FIXED, null, 0, "");

    /** What was told of the seller; a level or plan of which nothing was said is none. */
    public static FeeBasis of(
            ContractKind kind,
            @Nullable String schedule,
            @Nullable Integer sellerLevel,
            @Nullable String sellerPlan) {
        return new FeeBasis(
                kind,
                schedule,
                sellerLevel == null ? 0 : sellerLevel,
                sellerPlan == null ? "" : sellerPlan);
    }

    public FeeBasis {
        if (sellerLevel < 0) {
            throw new IllegalArgumentException("A seller of level " + sellerLevel);
        }
    }
}

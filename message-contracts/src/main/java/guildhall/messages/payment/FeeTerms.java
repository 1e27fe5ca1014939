package guildhall.messages.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the price of an escrow depends on. Taken down when the escrow is funded, so that nothing
 * that changes later changes it.
 *
 * @param contractKind FIXED, HOURLY, RETAINER, GIG_ORDER, ASSET, ASSET_BOOSTED or TIP
 * @param scheduleVersion the fee schedule that the contract was agreed on; absent: the one in force
 *     at the funding
 * @param sellerLevel from 0 for a new seller upwards; absent: 0
 * @param sellerPlan what the seller has subscribed to; absent: nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeeTerms(
        String contractKind,
        @Nullable String scheduleVersion,
        @Nullable Integer sellerLevel,
        @Nullable String sellerPlan) {}

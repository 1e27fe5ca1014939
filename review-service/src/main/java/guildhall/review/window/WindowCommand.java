package guildhall.review.window;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.ReviewId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.review.review.ReviewContent;
import java.time.Instant;

public sealed interface WindowCommand {
    ContractId contract();

    Instant at();

    /** The contract is completed. */
    record OpenWindow(ContractId contract, String title, Side client, Side talent, Instant at)
            implements WindowCommand {}

    record SubmitReview(
            ContractId contract, ReviewId review, Party by, ReviewContent content, Instant at)
            implements WindowCommand {}

    record RewriteReview(
            ContractId contract, ReviewId review, Party by, ReviewContent content, Instant at)
            implements WindowCommand {}

    /** Time is up. */
    record CloseWindow(ContractId contract, Instant at) implements WindowCommand {}
}

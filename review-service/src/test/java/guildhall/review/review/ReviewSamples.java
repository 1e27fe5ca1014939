package guildhall.review.review;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.ReviewId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A bakery and Ada, who drew its logo. */
public final class ReviewSamples {
    public static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    public static final ContractId CONTRACT = new ContractId(new UUID(0, 1));
    public static final Side BAKERY =
            new Side(new Party(PartyType.BUSINESS, new UUID(0, 2)), new UserId(new UUID(0, 3)));
    public static final Side ADA =
            new Side(new Party(PartyType.TALENT, new UUID(0, 4)), new UserId(new UUID(0, 5)));
    public static final Party STRANGER = new Party(PartyType.TALENT, new UUID(0, 6));
    public static final ReviewId OF_ADA = new ReviewId(new UUID(0, 7));
    public static final ReviewId OF_BAKERY = new ReviewId(new UUID(0, 8));
    public static final ReviewContent PRAISE =
            new ReviewContent(5, Map.of(Criterion.QUALITY, 5), "Lovely logo.", "Hire her.");
    public static final ReviewContent THANKS =
            new ReviewContent(4, Map.of(Criterion.CLARITY, 4), "Clear brief.", "Paid late once.");

    /** What the bakery wrote about Ada. */
    public static WrittenReview ofAda() {
        return new WrittenReview(OF_ADA, CONTRACT, BAKERY, ADA, PRAISE, 1, NOON);
    }

    /** What Ada wrote about the bakery. */
    public static WrittenReview ofBakery() {
        return new WrittenReview(OF_BAKERY, CONTRACT, ADA, BAKERY, THANKS, 1, NOON);
    }

    private ReviewSamples() {}
}

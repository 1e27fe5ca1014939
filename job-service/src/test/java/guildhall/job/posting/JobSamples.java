package guildhall.job.posting;

import guildhall.job.posting.Job.Open;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A bakery that wants a logo. */
public final class JobSamples {
    public static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    public static final Duration OPEN_FOR = Duration.ofDays(30);
    public static final JobId LOGO = new JobId(new UUID(0, 1));
    public static final Side BAKERY =
            new Side(new Party(PartyType.BUSINESS, new UUID(0, 2)), new UserId(new UUID(0, 3)));
    public static final Party STRANGER = new Party(PartyType.BUSINESS, new UUID(0, 4));
    public static final ProposalId ADAS = new ProposalId(new UUID(0, 5));
    public static final ProposalId BENS = new ProposalId(new UUID(0, 6));
    public static final ContractId CONTRACT = new ContractId(new UUID(0, 7));

    public static JobTerms terms() {
        return new JobTerms(
                "Logo for a bakery",
                "A logo that works on paper bags.",
                "design",
                JobKind.FIXED,
                Level.INTERMEDIATE,
                List.of("illustration", "branding"),
                List.of("small-business"),
                budget(20_000, 60_000),
                "Lisbon",
                true,
                NOON.plus(Duration.ofDays(60)),
                Visibility.PUBLIC,
                2);
    }

    public static JobTerms terms(String title, Budget budget, int maxProposals) {
        var terms = terms();
        return new JobTerms(
                title,
                terms.description(),
                terms.category(),
                terms.kind(),
                terms.level(),
                terms.skills(),
                terms.tags(),
                budget,
                terms.location(),
                terms.remote(),
                terms.deadline(),
                terms.visibility(),
                maxProposals);
    }

    public static Budget budget(long min, long max) {
        return new Budget(Money.of(min, "USD"), Money.of(max, "USD"));
    }

    public static Posting posting(Tally proposals) {
        return new Posting(LOGO, BAKERY, terms(), proposals);
    }

    public static Open open(Tally proposals) {
        return new Open(posting(proposals), NOON, NOON.plus(OPEN_FOR));
    }

    private JobSamples() {}
}

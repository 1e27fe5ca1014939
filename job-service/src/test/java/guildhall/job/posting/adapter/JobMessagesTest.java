package guildhall.job.posting.adapter;

import static guildhall.job.posting.JobSamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.job.posting.ClosingReason;
import guildhall.job.posting.Job.Closed;
import guildhall.job.posting.Job.Draft;
import guildhall.job.posting.Job.InProgress;
import guildhall.job.posting.Job.Open;
import guildhall.job.posting.Job.Reserved;
import guildhall.job.posting.JobEvent.JobClosed;
import guildhall.job.posting.JobEvent.JobEdited;
import guildhall.job.posting.JobEvent.JobPublished;
import guildhall.job.posting.JobEvent.JobStarted;
import guildhall.job.posting.JobEvent.ProposalsCounted;
import guildhall.job.posting.JobEvent.SeatReleased;
import guildhall.job.posting.JobEvent.SeatReserved;
import guildhall.job.posting.JobTerms;
import guildhall.job.posting.Posting;
import guildhall.job.posting.Tally;
import guildhall.job.posting.Visibility;
import guildhall.messages.job.JobEvents.JobClosedV1;
import guildhall.messages.job.JobEvents.JobPublishedV1;
import guildhall.messages.job.JobEvents.JobReopenedV1;
import guildhall.messages.job.JobEvents.JobStartedV1;
import guildhall.messages.open.PublicJobs.PublicJobClosedV1;
import guildhall.messages.open.PublicJobs.PublicJobPublishedV1;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobMessagesTest {
    static final String TITLE = "Logo for a bakery";
    static final Instant END = NOON.plus(OPEN_FOR);
    static final Open OPEN = open(Tally.NONE);
    static final Draft DRAFT = new Draft(posting(Tally.NONE));
    static final PublicJobPublishedV1 TO_PARTNERS =
            new PublicJobPublishedV1(
                    LOGO,
                    TITLE,
                    "design",
                    terms().skills(),
                    terms().budget().min(),
                    terms().budget().max(),
                    NOON);

    @Test
    void tellsServicesAndPartnersOfAPublication() {
        var messages = JobMessages.of(DRAFT, new JobPublished(LOGO, NOON, END), OPEN, NOON);

        assertThat(messages)
                .containsExactly(
                        new JobPublishedV1(
                                LOGO,
                                BAKERY,
                                TITLE,
                                "A logo that works on paper bags.",
                                "design",
                                terms().skills(),
                                terms().budget().min(),
                                terms().budget().max(),
                                NOON),
                        TO_PARTNERS);
    }

    @Test
    void tellsPartnersNothingOfAnUnlistedJob() {
        var unlisted = new Open(unlisted(), NOON, END);

        var messages = JobMessages.of(DRAFT, new JobPublished(LOGO, NOON, END), unlisted, NOON);

        assertThat(messages).hasSize(1).first().isInstanceOf(JobPublishedV1.class);
    }

    @Test
    void tellsPartnersAgainOnlyWhatTheyCanSeeTheDifferenceOf() {
        var renamed = terms("Logo and signet", terms().budget(), 2);
        var after = new Open(new Posting(LOGO, BAKERY, renamed, Tally.NONE), NOON, END);
        var morePlaces = terms(TITLE, terms().budget(), 4);
        var roomier = new Open(new Posting(LOGO, BAKERY, morePlaces, Tally.NONE), NOON, END);

        assertThat(JobMessages.of(OPEN, new JobEdited(LOGO, renamed), after, NOON))
                .hasSize(1)
                .first()
                .isInstanceOf(PublicJobPublishedV1.class);
        assertThat(JobMessages.of(OPEN, new JobEdited(LOGO, morePlaces), roomier, NOON)).isEmpty();
    }

    @Test
    void hidesAJobFromPartnersThatBecameUnlisted() {
        var after = new Open(unlisted(), NOON, END);

        var messages = JobMessages.of(OPEN, new JobEdited(LOGO, unlisted().terms()), after, NOON);

        assertThat(messages).containsExactly(new PublicJobClosedV1(LOGO, NOON));
    }

    @Test
    void closesWhenReservedAndReopensWhenReleased() {
        var reserved = new Reserved(OPEN, ADAS);

        assertThat(JobMessages.of(OPEN, new SeatReserved(LOGO, ADAS, NOON), reserved, NOON))
                .containsExactly(
                        new JobClosedV1(LOGO, BAKERY, TITLE, NOON),
                        new PublicJobClosedV1(LOGO, NOON));
        assertThat(JobMessages.of(reserved, new SeatReleased(LOGO, ADAS, NOON, END), OPEN, NOON))
                .containsExactly(new JobReopenedV1(LOGO, BAKERY, TITLE, NOON), TO_PARTNERS);
    }

    @Test
    void saysNothingOfAReservationWhenTheJobWasClosedAnyway() {
        var closed = new Closed(posting(Tally.NONE), NOON, ClosingReason.CLIENT);
        var reserved = new Reserved(closed, ADAS);

        assertThat(JobMessages.of(closed, new SeatReserved(LOGO, ADAS, NOON), reserved, NOON))
                .isEmpty();
        assertThat(JobMessages.of(reserved, new SeatReleased(LOGO, ADAS, NOON, END), closed, NOON))
                .isEmpty();
    }

    @Test
    void tellsOfTheStartButNotOfTheNumberOfProposals() {
        var reserved = new Reserved(OPEN, ADAS);
        var begun = new InProgress(posting(Tally.NONE), NOON, ADAS, CONTRACT);
        var counted = open(new Tally(1, 1));

        assertThat(
                        JobMessages.of(
                                reserved, new JobStarted(LOGO, ADAS, CONTRACT, NOON), begun, NOON))
                .containsExactly(new JobStartedV1(LOGO, BAKERY, CONTRACT, NOON));
        assertThat(JobMessages.of(OPEN, new ProposalsCounted(LOGO, new Tally(1, 1)), counted, NOON))
                .isEmpty();
    }

    @Test
    void tellsPartnersOfAClosingOnlyOnce() {
        var closed = new Closed(posting(Tally.NONE), NOON, ClosingReason.FULL);
        var byClient = new Closed(posting(Tally.NONE), NOON, ClosingReason.CLIENT);

        assertThat(
                        JobMessages.of(
                                closed,
                                new JobClosed(LOGO, ClosingReason.CLIENT, NOON),
                                byClient,
                                NOON))
                .containsExactly(new JobClosedV1(LOGO, BAKERY, TITLE, NOON));
    }

    private static Posting unlisted() {
        return new Posting(LOGO, BAKERY, unlisted(terms()), Tally.NONE);
    }

    private static JobTerms unlisted(JobTerms terms) {
        return new JobTerms(
                terms.title(),
                terms.description(),
                terms.category(),
                terms.kind(),
                terms.level(),
                terms.skills(),
                terms.tags(),
                terms.budget(),
                terms.location(),
                terms.remote(),
                terms.deadline(),
                Visibility.UNLISTED,
                terms.maxProposals());
    }
}

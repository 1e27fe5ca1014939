package guildhall.notification.inbox.adapter;

import static guildhall.notification.inbox.adapter.Samples.CLIENT;
import static guildhall.notification.inbox.adapter.Samples.JOB;
import static guildhall.notification.inbox.adapter.Samples.MONDAY;
import static guildhall.notification.inbox.adapter.Samples.PROPOSAL;
import static guildhall.notification.inbox.adapter.Samples.TALENT;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.job.ProposalEvents.ProposalAcceptedV1;
import guildhall.messages.job.ProposalEvents.ProposalReinstatedV1;
import guildhall.messages.job.ProposalEvents.ProposalRejectedV1;
import guildhall.messages.job.ProposalEvents.ProposalSubmittedV1;
import guildhall.messages.job.ProposalEvents.ProposalWithdrawnV1;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.notification.notice.Notice;
import guildhall.notification.notice.Notice.Priority;
import guildhall.notification.notice.NoticeType;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProposalNoticesTest {
    static final String TITLE = "A logo";
    static final String PROPOSALS = "/jobs/" + JOB + "/proposals";
    static final String OWN = "/proposals/" + PROPOSAL;

    @Test
    void tellsTheClientOfAnOffer() {
        var submitted =
                new ProposalSubmittedV1(
                        PROPOSAL, JOB, TITLE, TALENT, CLIENT, Money.of(50_000, "USD"), MONDAY);

        assertThat(ProposalNotices.of(submitted))
                .isEqualTo(
                        List.of(
                                notice(
                                        CLIENT,
                                        Priority.NORMAL,
                                        "New proposal: A logo",
                                        "A talent offers to do it for 500.00 USD.",
                                        PROPOSALS)));
    }

    @Test
    void tellsTheClientThatAnOfferIsGone() {
        var withdrawn = new ProposalWithdrawnV1(PROPOSAL, JOB, TITLE, TALENT, CLIENT, MONDAY);

        assertThat(ProposalNotices.of(withdrawn))
                .isEqualTo(
                        List.of(
                                notice(
                                        CLIENT,
                                        Priority.NORMAL,
                                        "Proposal withdrawn: A logo",
                                        "The talent took the proposal back.",
                                        PROPOSALS)));
    }

    @Test
    void tellsTheChosenTalentUrgently() {
        var accepted =
                new ProposalAcceptedV1(
                        PROPOSAL,
                        JOB,
                        TITLE,
                        CLIENT,
                        TALENT,
                        Money.of(75_000, "JPY"),
                        List.of(),
                        MONDAY);

        assertThat(ProposalNotices.of(accepted))
                .isEqualTo(
                        List.of(
                                notice(
                                        TALENT,
                                        Priority.HIGH,
                                        "You were chosen: A logo",
                                        "Your offer of 75000 JPY was accepted. Start when the"
                                                + " contract is funded.",
                                        OWN)));
    }

    @Test
    void tellsTheRejectedTalentWhy() {
        assertThat(ProposalNotices.of(rejected("POSITION_FILLED")))
                .isEqualTo(List.of(notThisTime("Somebody else was hired.")));
        assertThat(ProposalNotices.of(rejected("CLIENT")))
                .isEqualTo(List.of(notThisTime("The client decided against your proposal.")));
    }

    @Test
    void tellsTheTalentThatAnOfferCountsAgain() {
        var reinstated = new ProposalReinstatedV1(PROPOSAL, JOB, TITLE, TALENT, CLIENT, MONDAY);

        assertThat(ProposalNotices.of(reinstated))
                .isEqualTo(
                        List.of(
                                notice(
                                        TALENT,
                                        Priority.NORMAL,
                                        "Open again: A logo",
                                        "The hire fell through, so your proposal counts again.",
                                        OWN)));
    }

    private static ProposalRejectedV1 rejected(String reason) {
        return new ProposalRejectedV1(PROPOSAL, JOB, TITLE, TALENT, CLIENT, reason, MONDAY);
    }

    private static Notice notThisTime(String body) {
        return notice(TALENT, Priority.NORMAL, "Not this time: A logo", body, OWN);
    }

    private static Notice notice(
            Side to, Priority priority, String title, String body, String link) {
        return new Notice(to.user(), NoticeType.PROPOSAL, priority, title, body, link, true);
    }
}

package guildhall.notification.inbox.adapter;

import static guildhall.notification.inbox.adapter.Samples.CLIENT;
import static guildhall.notification.inbox.adapter.Samples.CONTRACT;
import static guildhall.notification.inbox.adapter.Samples.JOB;
import static guildhall.notification.inbox.adapter.Samples.LINK;
import static guildhall.notification.inbox.adapter.Samples.MONDAY;
import static guildhall.notification.inbox.adapter.Samples.PROPOSAL;
import static guildhall.notification.inbox.adapter.Samples.TALENT;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.contract.ContractEvents.ContractActivatedV1;
import guildhall.messages.contract.ContractEvents.ContractCancelledV1;
import guildhall.messages.contract.ContractEvents.ContractCompletedV1;
import guildhall.messages.contract.ContractEvents.ContractDraftedV1;
import guildhall.messages.contract.ContractEvents.ContractReadyForFundingV1;
import guildhall.messages.contract.ContractEvents.ContractTerminatedV1;
import guildhall.messages.contract.ContractEvents.FundingFailedV1;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.notification.notice.Notice;
import guildhall.notification.notice.Notice.Priority;
import guildhall.notification.notice.NoticeType;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractNoticesTest {
    static final String NUMBER = "C-7";
    static final String TITLE = "A logo";
    static final Money AMOUNT = Money.of(12_345, "KWD");

    @Test
    void saysNothingOfADraft() {
        var drafted =
                new ContractDraftedV1(
                        CONTRACT, NUMBER, JOB, PROPOSAL, TITLE, CLIENT, TALENT, AMOUNT, MONDAY);

        assertThat(ContractNotices.of(drafted)).isEmpty();
    }

    @Test
    void asksTheClientForMoney() {
        var ready =
                new ContractReadyForFundingV1(
                        CONTRACT, NUMBER, TITLE, CLIENT, TALENT, AMOUNT, MONDAY);

        assertThat(ContractNotices.of(ready))
                .isEqualTo(
                        List.of(
                                normal(
                                        CLIENT,
                                        "Please fund: A logo",
                                        "12.345 KWD will be held in escrow until you approve the"
                                                + " work. Fund before 1 March 2027, 09:30 UTC.")));
    }

    @Test
    void tellsTheClientThatMoneyIsMissing() {
        var failed =
                new FundingFailedV1(
                        CONTRACT,
                        NUMBER,
                        TITLE,
                        CLIENT,
                        TALENT,
                        AMOUNT,
                        "INSUFFICIENT_FUNDS",
                        MONDAY);

        assertThat(ContractNotices.of(failed))
                .isEqualTo(
                        List.of(
                                new Notice(
                                        CLIENT.user(),
                                        NoticeType.PAYMENT,
                                        Priority.HIGH,
                                        "Funding failed: A logo",
                                        "12.345 KWD could not be taken from your wallet. Top it up"
                                                + " and fund the contract again.",
                                        LINK,
                                        true)));
    }

    @Test
    void tellsBothThatWorkCanBegin() {
        var activated =
                new ContractActivatedV1(
                        CONTRACT, NUMBER, JOB, PROPOSAL, TITLE, CLIENT, TALENT, AMOUNT, MONDAY);

        assertThat(ContractNotices.of(activated))
                .isEqualTo(
                        List.of(
                                notice(
                                        TALENT,
                                        Priority.HIGH,
                                        "Work can begin: A logo",
                                        "The money is held in escrow for contract C-7."),
                                normal(
                                        CLIENT,
                                        "Contract active: A logo",
                                        "Contract C-7 is funded and work can begin.")));
    }

    @Test
    void tellsBothHowItEnded() {
        var cancelled =
                new ContractCancelledV1(
                        CONTRACT, NUMBER, JOB, PROPOSAL, TITLE, CLIENT, TALENT, "CLIENT", MONDAY);
        var completed =
                new ContractCompletedV1(
                        CONTRACT, NUMBER, JOB, PROPOSAL, TITLE, CLIENT, TALENT, AMOUNT, MONDAY);
        var terminated =
                new ContractTerminatedV1(
                        CONTRACT, NUMBER, JOB, PROPOSAL, TITLE, CLIENT, TALENT, MONDAY);

        assertThat(ContractNotices.of(cancelled))
                .isEqualTo(
                        both(
                                "Contract cancelled: A logo",
                                "Contract C-7 ended before it was active."));
        assertThat(ContractNotices.of(completed))
                .isEqualTo(
                        both(
                                "Contract completed: A logo",
                                "Contract C-7 is done; 12.345 KWD paid."));
        assertThat(ContractNotices.of(terminated))
                .isEqualTo(
                        both(
                                "Contract ended: A logo",
                                "Contract C-7 ended without a paid milestone."));
    }

    private static List<Notice> both(String title, String body) {
        return List.of(normal(CLIENT, title, body), normal(TALENT, title, body));
    }

    private static Notice normal(Side to, String title, String body) {
        return notice(to, Priority.NORMAL, title, body);
    }

    private static Notice notice(Side to, Priority priority, String title, String body) {
        return new Notice(to.user(), NoticeType.CONTRACT, priority, title, body, LINK, true);
    }
}

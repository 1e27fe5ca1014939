package guildhall.notification.inbox.adapter;

import static guildhall.notification.inbox.adapter.Samples.CONTRACT;
import static guildhall.notification.inbox.adapter.Samples.MONDAY;
import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.MONGO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.messages.Message;
import guildhall.messages.contract.TeamEvents.TeamShareOfferedV1;
import guildhall.messages.identity.ProfileEvents.OrganisationCreatedV1;
import guildhall.messages.identity.ProfileEvents.TalentProfileCreatedV1;
import guildhall.messages.identity.ProfileEvents.TalentProfileUpdatedV1;
import guildhall.messages.money.Money;
import guildhall.messages.payment.EscrowEvents.DisputeFundsSplitV1;
import guildhall.messages.payment.TeamPayment;
import guildhall.messages.payment.WalletStateEvents.WalletFrozenV1;
import guildhall.notification.NotificationApi;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Parties whose users are told, members of a team among them. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({KAFKA, MONGO})
class TeamNoticesIT {
    @LocalServerPort int port;
    @Autowired KafkaProbe probe;
    @Autowired MongoTemplate mongo;

    final TestCaller ben = TestCaller.talent();
    final TestCaller cara = TestCaller.talent();
    NotificationApi api;

    @BeforeEach
    void connect() {
        api = new NotificationApi(port);
    }

    @Test
    void tellsTheUserOfAMemberWhatItIsOfferedOnce() {
        probe.publish(created(cara));
        await().until(() ->
                mongo.findById(cara.party().toString(), Document.class, "owner") != null);
        var offer = offer();

        var message = probe.publish(offer);
        await().until(() -> api.unread(cara) == 1);
        again(message, offer);

        var told = api.items("", cara);
        assertThat(told)
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.path("title").asString()).isEqualTo("Share offered: A logo");
                    assertThat(notice.path("link").asString())
                            .isEqualTo("/contracts/" + CONTRACT + "/team");
                });
        assertThat(mails(cara)).isEqualTo(1);
        assertThat(api.items("", ben)).isEmpty();
    }

    @Test
    void keepsWhatAMemberIsOfferedUntilItsUserIsKnown() {
        var offer = offer();
        var message = probe.publish(offer);
        await().until(() -> waiting(cara) == 1);
        again(message, offer);

        probe.publish(updated(cara));
        await().until(() -> api.unread(cara) == 1);
        await().until(() -> waiting(cara) == 0);
        again(message, offer);

        assertThat(api.items("", cara)).hasSize(1);
        assertThat(mails(cara)).isEqualTo(1);
    }

    @Test
    void tellsEveryMemberItsShareOnce() {
        var release =
                TeamNoticesTest.released(
                        List.of(
                                new TeamPayment(ben.side(), Money.of(5_400, "USD")),
                                new TeamPayment(cara.side(), Money.of(3_600, "USD"))));
        var message = probe.publish(release);
        await().until(() -> api.unread(ben) == 1 && api.unread(cara) == 1);
        again(message, release);

        assertThat(api.items("", ben)).hasSize(1);
        assertThat(api.items("", cara))
                .singleElement()
                .extracting(notice -> notice.path("body").asString())
                .asString()
                .startsWith("36.00 USD is in your wallet");
        assertThat(List.of(mails(ben), mails(cara))).containsExactly(1L, 1L);
    }

    @Test
    void tellsATalentWithoutATeamOfATip() {
        probe.publish(RewardNoticesTest.tip(ben.side(), null));

        await().until(() -> api.unread(ben) == 1);
        assertThat(api.items("", ben))
                .singleElement()
                .extracting(notice -> notice.path("title").asString())
                .isEqualTo("You got a tip");
    }

    @Test
    void tellsATalentWithoutATeamHowADisputeWasSettled() {
        probe.publish(settled(ben));

        await().until(() -> api.unread(ben) == 1);
        assertThat(api.items("", ben))
                .singleElement()
                .extracting(notice -> notice.path("title").asString())
                .isEqualTo("Dispute settled");
    }

    @Test
    void tellsTheOwnerOfABusinessThatItsWalletIsFrozen() {
        var business = TestCaller.client();
        probe.publish(new WalletFrozenV1(business.party(), "USD", MONDAY));
        await().until(() -> waiting(business) == 1);

        probe.publish(
                new OrganisationCreatedV1(
                        business.party(), business.user(), "Ink & Co", "ink-co", MONDAY));

        await().until(() -> api.unread(business) == 1);
        assertThat(api.items("", business))
                .singleElement()
                .extracting(notice -> notice.path("title").asString())
                .isEqualTo("Wallet frozen");
    }

    /** As after a crash before the message was noted as handled. */
    private void again(UUID message, Message event) {
        var noted = "notification.notices/" + message;
        await().until(() -> mongo.findById(noted, Document.class, "inbox") != null);
        mongo.getCollection("inbox").deleteOne(new Document("_id", noted));
        probe.publish(message, event);
        await().until(() -> mongo.findById(noted, Document.class, "inbox") != null);
    }

    private long mails(TestCaller to) {
        return mongo.getCollection("mail")
                .countDocuments(new Document("user", to.user().toString()));
    }

    private long waiting(TestCaller member) {
        return mongo.getCollection("waiting_notice")
                .countDocuments(new Document("party", member.party().toString()));
    }

    private TeamShareOfferedV1 offer() {
        return new TeamShareOfferedV1(
                CONTRACT, "C-7", "A logo", ben.side(), cara.party(), 4_000, MONDAY);
    }

    private static DisputeFundsSplitV1 settled(TestCaller talent) {
        var split = DisputeNoticesTest.split(null);
        return new DisputeFundsSplitV1(
                split.escrowId(),
                split.disputeId(),
                split.releaseId(),
                split.contractId(),
                split.milestoneId(),
                split.payer(),
                talent.side(),
                split.toClient(),
                split.toTalent(),
                split.fee(),
                split.net(),
                split.splitAt(),
                null,
                null,
                null);
    }

    private static TalentProfileCreatedV1 created(TestCaller talent) {
        return new TalentProfileCreatedV1(talent.party(), talent.user(), "Cara", MONDAY);
    }

    private static TalentProfileUpdatedV1 updated(TestCaller talent) {
        return new TalentProfileUpdatedV1(
                talent.party(), talent.user(), "Cara", "Letters", List.of(), MONDAY);
    }
}

package guildhall.notification.inbox.adapter;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import guildhall.messages.Message;
import guildhall.messages.contract.ContractEvents;
import guildhall.messages.contract.MilestoneEvents;
import guildhall.messages.contract.TeamEvents.TeamShareAcceptedV1;
import guildhall.messages.contract.TeamEvents.TeamShareOfferedV1;
import guildhall.messages.contract.TeamEvents.TeamShareWithdrawnV1;
import guildhall.messages.identity.ProfileEvents.OrganisationCreatedV1;
import guildhall.messages.identity.ProfileEvents.TalentProfileCreatedV1;
import guildhall.messages.identity.ProfileEvents.TalentProfileUpdatedV1;
import guildhall.messages.identity.UserEvents;
import guildhall.messages.identity.VerificationEvents;
import guildhall.messages.job.ProposalEvents;
import guildhall.messages.messaging.ConversationEvents;
import guildhall.messages.payment.AdjustmentEvents.AdjustmentPostedV1;
import guildhall.messages.payment.ChargebackEvents;
import guildhall.messages.payment.CreditEvents;
import guildhall.messages.payment.EscrowEvents.DisputeFundsSplitV1;
import guildhall.messages.payment.EscrowEvents.EscrowFrozenV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.messages.payment.EscrowEvents.EscrowUnfrozenV1;
import guildhall.messages.payment.InvoiceEvents;
import guildhall.messages.payment.PayoutAccountEvents;
import guildhall.messages.payment.PayoutEvents;
import guildhall.messages.payment.ReferralEvents.ReferralRewardPaidV1;
import guildhall.messages.payment.RefundEvents;
import guildhall.messages.payment.SubscriptionEvents;
import guildhall.messages.payment.TipEvents;
import guildhall.messages.payment.WalletEvents;
import guildhall.messages.payment.WalletStateEvents;
import guildhall.messages.review.ReviewEvents;
import guildhall.notification.inbox.adapter.Telling.Told;
import guildhall.notification.notice.Notice;
import guildhall.notification.notice.PartyNotice;
import guildhall.notification.retention.Expiring;
import guildhall.runtime.consume.Gathering;
import guildhall.runtime.consume.Subscription;
import guildhall.runtime.documents.RelayedCollection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class InboxConfiguration {
    /** Nobody acts for a party that was only made up. */
    private static final Duration WAITS_AT_MOST = Duration.ofDays(30);

    @Bean
    Subscription notices(Telling telling, PartyTelling parties) {
        var events = Subscription.gathering("notification.notices", telling::tell);
        all(events, telling, ProposalEvents.class, ProposalNotices::of);
        all(events, telling, ContractEvents.class, ContractNotices::of);
        all(events, telling, MilestoneEvents.class, MilestoneNotices::of);
        all(events, telling, WalletEvents.class, WalletNotices::of);
        all(events, telling, PayoutEvents.class, PayoutNotices::of);
        all(events, telling, PayoutAccountEvents.class, PayoutNotices::of);
        all(events, telling, RefundEvents.class, RefundNotices::of);
        all(events, telling, ChargebackEvents.class, RefundNotices::of);
        all(events, telling, TipEvents.class, RewardNotices::of);
        one(events, telling, ReferralRewardPaidV1.class, RewardNotices::rewarded);
        all(events, telling, ConversationEvents.class, ConversationNotices::of);
        all(events, telling, ReviewEvents.class, ReviewNotices::of);
        all(events, telling, UserEvents.class, SecurityNotices::of);
        all(events, telling, VerificationEvents.class, VerificationNotices::of);
        ofParties(events, parties);
        ofTeams(events, telling, parties);
        return events.unhurried();
    }

    /** What concerns a party, whoever acts for it. */
    private static void ofParties(Gathering<Told> events, PartyTelling parties) {
        allOfParties(events, parties, InvoiceEvents.class, BillingNotices::of);
        allOfParties(events, parties, SubscriptionEvents.class, BillingNotices::of);
        allOfParties(events, parties, CreditEvents.class, BillingNotices::of);
        allOfParties(events, parties, WalletStateEvents.class, BillingNotices::of);
        oneOfParties(events, parties, AdjustmentPostedV1.class, BillingNotices::adjusted);
    }

    /** Members of a team are parties until they have accepted. */
    private static void ofTeams(Gathering<Told> events, Telling telling, PartyTelling parties) {
        one(events, telling, TeamShareAcceptedV1.class, TeamNotices::accepted);
        one(events, telling, EscrowReleasedV1.class, TeamNotices::released);
        one(events, telling, EscrowFrozenV1.class, DisputeNotices::frozen);
        one(events, telling, EscrowUnfrozenV1.class, DisputeNotices::unfrozen);
        one(events, telling, DisputeFundsSplitV1.class, InboxConfiguration::settled);
        oneOfParties(
                events, parties, TeamShareOfferedV1.class, e -> List.of(TeamNotices.offered(e)));
        oneOfParties(
                events,
                parties,
                TeamShareWithdrawnV1.class,
                e -> List.of(TeamNotices.withdrawn(e)));
    }

    private static List<Notice> settled(DisputeFundsSplitV1 event) {
        return Stream.concat(
                        DisputeNotices.split(event).stream(), TeamNotices.split(event).stream())
                .toList();
    }

    @Bean
    Subscription owners(PartyTelling parties) {
        return Subscription.named("notification.owners")
                .on(
                        OrganisationCreatedV1.class,
                        m -> parties.owns(m.message().ownerId(), m.message().party()))
                .on(
                        TalentProfileCreatedV1.class,
                        m -> parties.owns(m.message().ownerId(), m.message().party()))
                .on(
                        TalentProfileUpdatedV1.class,
                        m -> parties.owns(m.message().ownerId(), m.message().party()));
    }

    @Bean
    RelayedCollection relayedNotifications() {
        return new RelayedCollection(NotificationDocument.COLLECTION);
    }

    @Bean
    InitializingBean notificationIndexes(MongoTemplate mongo) {
        return () -> {
            var indexes = mongo.indexOps(NotificationDocument.COLLECTION);
            indexes.createIndex(
                    new Index("user", Direction.ASC)
                            .on("createdAt", Direction.DESC)
                            .on("_id", Direction.DESC));
            indexes.createIndex(new Index("user", Direction.ASC).on("unread", Direction.ASC));
            indexes.createIndex(new Index("createdAt", Direction.ASC));
            var waiting = mongo.indexOps(WaitingNotice.COLLECTION);
            waiting.createIndex(new Index("party", Direction.ASC));
            waiting.createIndex(new Index("since", Direction.ASC).expire(WAITS_AT_MOST));
        };
    }

    /** Read or not, but not before everybody was told that it was delivered, and read. */
    @Bean
    Expiring oldNotifications() {
        return new Expiring(
                Expiring.Kind.NOTIFICATION,
                NotificationDocument.COLLECTION,
                before -> where("createdAt").lt(before).and("unsent").size(0));
    }

    /** Every message of a topic: a new one does not compile until somebody has found words. */
    private static <T extends Message> Stream<Class<? extends T>> typesOf(Class<T> topic) {
        return Arrays.stream(topic.getPermittedSubclasses()).map(type -> type.asSubclass(topic));
    }

    private static <T extends Message> void all(
            Gathering<Told> events,
            Telling telling,
            Class<T> topic,
            Function<T, List<Notice>> words) {
        typesOf(topic).forEach(type -> one(events, telling, type, words::apply));
    }

    private static <T extends Message> void allOfParties(
            Gathering<Told> events,
            PartyTelling parties,
            Class<T> topic,
            Function<T, List<PartyNotice>> words) {
        typesOf(topic).forEach(type -> oneOfParties(events, parties, type, words::apply));
    }

    private static <M extends Message> void oneOfParties(
            Gathering<Told> events,
            PartyTelling parties,
            Class<M> type,
            Function<M, List<PartyNotice>> words) {
        events.on(
                type,
                received ->
                        words.apply(received.message()).stream()
                                .map(notice -> parties.prepare(received.id(), notice))
                                .flatMap(Optional::stream)
                                .toList());
    }

    private static <M extends Message> void one(
            Gathering<Told> events,
            Telling telling,
            Class<M> type,
            Function<M, List<Notice>> words) {
        events.on(type, received -> telling.prepare(received, words.apply(received.message())));
    }
}

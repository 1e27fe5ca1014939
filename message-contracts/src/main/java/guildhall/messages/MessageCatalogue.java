package guildhall.messages;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import guildhall.messages.contract.ContractEvents;
import guildhall.messages.contract.MilestoneEvents;
import guildhall.messages.contract.TeamEvents;
import guildhall.messages.identity.ProfileEvents;
import guildhall.messages.identity.UserEvents;
import guildhall.messages.identity.VerificationEvents;
import guildhall.messages.job.JobEvents;
import guildhall.messages.job.ProposalEvents;
import guildhall.messages.messaging.ConversationEvents;
import guildhall.messages.notification.NotificationCommands;
import guildhall.messages.notification.NotificationEvents;
import guildhall.messages.open.PublicContracts;
import guildhall.messages.open.PublicJobs;
import guildhall.messages.open.PublicReviews;
import guildhall.messages.payment.AdjustmentEvents;
import guildhall.messages.payment.AssetCommands;
import guildhall.messages.payment.AssetEvents;
import guildhall.messages.payment.ChargebackEvents;
import guildhall.messages.payment.CreditCommands;
import guildhall.messages.payment.CreditEvents;
import guildhall.messages.payment.EscrowEvents;
import guildhall.messages.payment.InvoiceEvents;
import guildhall.messages.payment.LedgerEvents;
import guildhall.messages.payment.PaymentCommands;
import guildhall.messages.payment.PayoutAccountEvents;
import guildhall.messages.payment.PayoutEvents;
import guildhall.messages.payment.ReconciliationEvents;
import guildhall.messages.payment.ReferralCommands;
import guildhall.messages.payment.ReferralEvents;
import guildhall.messages.payment.RefundEvents;
import guildhall.messages.payment.SubscriptionEvents;
import guildhall.messages.payment.TipEvents;
import guildhall.messages.payment.WalletEvents;
import guildhall.messages.payment.WalletStateEvents;
import guildhall.messages.review.ReputationEvents;
import guildhall.messages.review.ReviewEvents;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every message there is: which topic carries it and what it is called on the wire. */
public final class MessageCatalogue {
    private static final List<Class<? extends Message>> TOPICS =
            List.of(
                    UserEvents.class,
                    ProfileEvents.class,
                    VerificationEvents.class,
                    JobEvents.class,
                    ProposalEvents.class,
                    ContractEvents.class,
                    MilestoneEvents.class,
                    TeamEvents.class,
                    PaymentCommands.class,
                    EscrowEvents.class,
                    WalletEvents.class,
                    PayoutAccountEvents.class,
                    PayoutEvents.class,
                    RefundEvents.class,
                    ChargebackEvents.class,
                    InvoiceEvents.class,
                    CreditCommands.class,
                    CreditEvents.class,
                    SubscriptionEvents.class,
                    ReconciliationEvents.class,
                    WalletStateEvents.class,
                    LedgerEvents.class,
                    AdjustmentEvents.class,
                    TipEvents.class,
                    AssetCommands.class,
                    AssetEvents.class,
                    ReferralCommands.class,
                    ReferralEvents.class,
                    ConversationEvents.class,
                    NotificationCommands.class,
                    NotificationEvents.class,
                    ReviewEvents.class,
                    ReputationEvents.class,
                    PublicJobs.class,
                    PublicContracts.class,
                    PublicReviews.class);

    private static final List<Class<? extends Message>> MESSAGES =
            TOPICS.stream().flatMap(MessageCatalogue::records).toList();

    private static final Map<String, Class<? extends Message>> BY_TYPE =
            MESSAGES.stream()
                    .collect(toUnmodifiableMap(MessageCatalogue::typeOf, Function.identity()));

    /** All message records, topic by topic. */
    public static List<Class<? extends Message>> messages() {
        return MESSAGES;
    }

    /** The sealed interfaces, one per topic. */
    public static List<Class<? extends Message>> topics() {
        return TOPICS;
    }

    /** Empty when this build does not know the type, for example because a newer one sent it. */
    public static Optional<Class<? extends Message>> find(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    public static String typeOf(Class<? extends Message> message) {
        return requireNonNull(message.getAnnotation(MessageType.class), message::getName).value();
    }

    /** The topic of a message record, or of the sealed interface itself. */
    public static String topicOf(Class<? extends Message> message) {
        var topic = message.getAnnotation(Topic.class);
        if (topic != null) {
            return topic.value();
        }
        return Arrays.stream(message.getInterfaces())
                .map(parent -> parent.getAnnotation(Topic.class))
                .map(annotation -> requireNonNull(annotation, message::getName).value())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(message + " belongs to no topic"));
    }

    private static Stream<Class<? extends Message>> records(Class<? extends Message> topic) {
        return Arrays.stream(topic.getPermittedSubclasses())
                .map(record -> record.asSubclass(Message.class));
    }

    private MessageCatalogue() {}
}

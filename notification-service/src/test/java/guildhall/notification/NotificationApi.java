package guildhall.notification;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.WalletEvents.PaymentSucceededV1;
import guildhall.testkit.ServiceApi;
import guildhall.testkit.TestCaller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The service as its clients and payment-service use it. */
public final class NotificationApi extends ServiceApi {
    public NotificationApi(int port) {
        super(port);
    }

    /** Becomes one notification, and one mail, for the owner of the wallet. */
    public static PaymentSucceededV1 payment(TestCaller owner, long cents) {
        return new PaymentSucceededV1(
                owner.party(),
                owner.user(),
                new PaymentIntentId(UUID.randomUUID()),
                Money.of(cents, "USD"),
                Instant.parse("2027-03-01T09:30:00Z"));
    }

    public List<JsonNode> items(String query, TestCaller caller) {
        return get("/v1/notifications" + query, caller).items();
    }

    public long unread(TestCaller caller) {
        return get("/v1/notifications/unread-count", caller).body().path("unread").asLong(-1);
    }
}

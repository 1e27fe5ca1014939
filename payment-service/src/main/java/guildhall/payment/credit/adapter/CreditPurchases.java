package guildhall.payment.credit.adapter;

import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.InvoiceId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.payment.CreditEvents.CreditsPurchasedV1;
import guildhall.messages.payment.CreditEvents.CreditsRevokedV1;
import guildhall.payment.credit.CreditAccount;
import guildhall.payment.credit.CreditCommand.AddCredits;
import guildhall.payment.credit.CreditCommand.RevokeCredits;
import guildhall.payment.credit.CreditEvent;
import guildhall.payment.credit.CreditEvent.CreditsRevoked;
import guildhall.payment.credit.CreditPack;
import guildhall.payment.credit.Lot;
import guildhall.payment.credit.LotId;
import guildhall.payment.invoice.InvoiceOffice;
import guildhall.payment.invoice.InvoiceOffice.Charge;
import guildhall.payment.invoice.Subject;
import guildhall.payment.topup.ChargedPurpose;
import guildhall.payment.topup.TopUp;
import guildhall.payment.topup.TopUpEvent.TopUpSucceeded;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.id.Ids;
import guildhall.runtime.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which charges are for credits, and what they become when they are captured. */
@Component
class CreditPurchases implements ChargedPurpose {
    private final JdbcClient jdbc;
    private final CreditTransactions credits;
    private final InvoiceOffice invoices;
    private final Outbox outbox;

    CreditPurchases(
            JdbcClient jdbc, CreditTransactions credits, InvoiceOffice invoices, Outbox outbox) {
        this.jdbc = jdbc;
        this.credits = credits;
        this.invoices = invoices;
        this.outbox = outbox;
    }

    record Purchase(UUID id, Party owner, String pack, int units) {}

    /** In the transaction that stores the charge. A repetition changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(TopUp charge, CreditPack pack) {
        jdbc.sql(
                        """
                        insert into credit_purchase (purchase_id, owner, pack, units)
                        values (:id, :owner, :pack, :units)
                        on conflict do nothing
                        """)
                .param("id", charge.id().value())
                .param("owner", charge.owner().party().toString())
                .param("pack", pack.id())
                .param("units", pack.units())
                .update();
    }

    Optional<Purchase> find(UUID id) {
        return jdbc.sql("select * from credit_purchase where purchase_id = :id")
                .param("id", id)
                .query((row, _) ->
                        new Purchase(
                                row.getObject("purchase_id", UUID.class),
                                Party.of(row.getString("owner")),
                                row.getString("pack"),
                                row.getInt("units")))
                .optional();
    }

    @Override
    public boolean claims(PaymentIntentId intent) {
        return find(intent.value()).isPresent();
    }

    /** Posting rule 9, and the invoice. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void captured(TopUpSucceeded event) {
        var charge = event.topUp();
        var purchase = find(charge.id().value()).orElseThrow();
        var lot =
                new Lot(
                        new LotId(purchase.id()),
                        Lot.Kind.PURCHASE,
                        purchase.units(),
                        charge.amount(),
                        Lot.NEVER,
                        event.at());
        invoices.lockNumbers();
        var outcome = credits.handle(purchase.owner(), new AddCredits(lot));
        if (outcome.decision() instanceof Rejected(var reason)) {
            throw new IllegalStateException(purchase + " was paid for but refused: " + reason);
        }
        markPurchased(purchase, event.at());
        invoices.issuePaid(List.of(invoice(purchase, charge)), event.at());
        outbox.add(
                new CreditsPurchasedV1(
                        purchase.owner(),
                        charge.owner().user(),
                        charge.id(),
                        purchase.units(),
                        charge.amount(),
                        outcome.account().available(),
                        event.at()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Money takenBack(PaymentIntentId intent, Money amount, Instant at) {
        var purchase = find(intent.value()).orElseThrow();
        var revoke = new RevokeCredits(new LotId(purchase.id()), amount, at);
        var outcome = credits.handle(purchase.owner(), revoke);
        return switch (outcome.decision()) {
            case Accepted(var events) -> revoked(events, purchase, outcome.account(), amount);
            case Rejected(var reason) ->
                    throw new IllegalStateException(purchase + " was paid for but: " + reason);
        };
    }

    private Money revoked(
            List<CreditEvent> events, Purchase purchase, CreditAccount account, Money amount) {
        var value = Money.zero(amount.currency());
        for (var event : events) {
            if (event instanceof CreditsRevoked(var part, var at)) {
                value = value.plus(part.value());
                outbox.add(
                        new CreditsRevokedV1(
                                purchase.owner(),
                                new PaymentIntentId(purchase.id()),
                                part.units(),
                                account.available(),
                                at));
            }
        }
        return value;
    }

    private static Charge invoice(Purchase purchase, TopUp charge) {
        return new Charge(
                new InvoiceId(Ids.derived("credit-purchase-invoice", purchase.id())),
                new Subject("credit-purchase", purchase.id()),
                purchase.owner(),
                "%d credits (%s)".formatted(purchase.units(), purchase.pack()),
                charge.amount());
    }

    private void markPurchased(Purchase purchase, Instant at) {
        jdbc.sql("update credit_purchase set purchased_at = :at where purchase_id = :id")
                .param("id", purchase.id())
                .param("at", utc(at))
                .update();
    }
}

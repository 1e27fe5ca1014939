package guildhall.payment.invoice.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static java.time.temporal.ChronoUnit.MICROS;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import guildhall.messages.Message;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.InvoiceId;
import guildhall.messages.party.Party;
import guildhall.payment.invoice.Bill;
import guildhall.payment.invoice.Letterhead;
import guildhall.payment.invoice.Subject;
import guildhall.payment.invoice.TaxRates;
import guildhall.runtime.id.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The invoices of each release: the talent's for the work, the platform's for its fee, and the
 * platform's for what the client paid on top.
 */
@Component
class ReleaseInvoices {
    private final InvoiceTransactions invoices;
    private final Letterheads letterheads;
    private final TaxRates rates;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReleaseInvoices(
            InvoiceTransactions invoices,
            Letterheads letterheads,
            TaxRates rates,
            JdbcClient jdbc,
            Clock clock) {
        this.invoices = invoices;
        this.letterheads = letterheads;
        this.rates = rates;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @return what to publish for each, in the same order
     */
    List<List<Message>> issue(List<Payout> payouts) {
        if (payouts.isEmpty()) {
            return List.of();
        }
        var now = clock.instant().truncatedTo(MICROS);
        var titles = titles(payouts);
        var heads = letterheads.of(payouts.stream().flatMap(this::parties).collect(toSet()));
        var bills = new ArrayList<Bill>();
        for (var payout : payouts) {
            bills.addAll(bills(payout, titles, heads, now));
        }
        var published = invoices.issuePaid(bills, now);
        var bySubject = new HashMap<UUID, List<Message>>();
        for (int i = 0; i < bills.size(); i++) {
            bySubject
                    .computeIfAbsent(bills.get(i).purpose().subject().id(), _ -> new ArrayList<>())
                    .addAll(published.get(i));
        }
        // A release that arrived twice publishes once.
        return payouts.stream()
                .map(payout -> bySubject.remove(payout.release().value()))
                .map(messages -> messages == null ? List.<Message>of() : messages)
                .toList();
    }

    private Stream<Party> parties(Payout payout) {
        return Stream.of(Party.PLATFORM, payout.client(), payout.talent());
    }

    private List<Bill> bills(
            Payout payout,
            Map<EscrowId, String> titles,
            Map<Party, Letterhead> heads,
            Instant now) {
        var title = titles.getOrDefault(payout.escrow(), "Work");
        var talent = requireNonNull(heads.get(payout.talent()));
        var client = requireNonNull(heads.get(payout.client()));
        var platform = requireNonNull(heads.get(Party.PLATFORM));
        var bills = new ArrayList<Bill>();
        bills.add(
                Bill.including(
                        occasion("work", payout, talent, client, now),
                        title,
                        payout.gross(),
                        rates.of(talent)));
        if (!payout.fee().isZero()) {
            bills.add(
                    Bill.including(
                            occasion("fee", payout, platform, talent, now),
                            "Service fee: " + title,
                            payout.fee(),
                            rates.of(platform)));
        }
        if (!payout.buyerFee().isZero()) {
            bills.add(
                    Bill.including(
                            occasion("buyer-fee", payout, platform, client, now),
                            "Buyer fee: " + title,
                            payout.buyerFee(),
                            rates.of(platform)));
        }
        return bills;
    }

    private static Bill.Occasion occasion(
            String part, Payout payout, Letterhead issuer, Letterhead to, Instant now) {
        return new Bill.Occasion(
                new InvoiceId(Ids.derived("release-invoice", part, payout.release())),
                new Subject("release", payout.release().value()),
                issuer,
                to,
                now);
    }

    private Map<EscrowId, String> titles(List<Payout> payouts) {
        var titles = new HashMap<EscrowId, String>();
        jdbc.sql(
                        """
                        select escrow_id, title from escrow
                        where escrow_id = any(:ids::uuid[]) and title is not null
                        """)
                .param("ids", texts(payouts, payout -> payout.escrow().toString()))
                .query(row -> {
                    titles.put(
                            new EscrowId(row.getObject("escrow_id", UUID.class)),
                            row.getString("title"));
                });
        return titles;
    }
}

package guildhall.payment.invoice.adapter;

import static java.time.temporal.ChronoUnit.MICROS;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import guildhall.messages.Message;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.InvoiceId;
import guildhall.messages.party.Party;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
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

/** Two invoices for each release: the talent's for the work, the platform's for its fee. */
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
     * @return what to publish for each release, in the same order
     */
    List<List<Message>> issue(List<EscrowReleasedV1> releases) {
        var now = clock.instant().truncatedTo(MICROS);
        var titles = titles(releases);
        var heads = letterheads.of(releases.stream().flatMap(this::parties).collect(toSet()));
        var bills = new ArrayList<Bill>();
        for (var release : releases) {
            bills.addAll(bills(release, titles, heads, now));
        }
        var published = invoices.issuePaid(bills, now);
        var bySubject = new HashMap<UUID, List<Message>>();
        for (int i = 0; i < bills.size(); i++) {
            bySubject
                    .computeIfAbsent(bills.get(i).purpose().subject().id(), _ -> new ArrayList<>())
                    .addAll(published.get(i));
        }
        // A release that arrived twice publishes once.
        return releases.stream()
                .map(release -> bySubject.remove(release.releaseId().value()))
                .map(messages -> messages == null ? List.<Message>of() : messages)
                .toList();
    }

    private Stream<Party> parties(EscrowReleasedV1 release) {
        return Stream.of(Party.PLATFORM, release.payer().party(), release.payee().party());
    }

    private List<Bill> bills(
            EscrowReleasedV1 release,
            Map<EscrowId, String> titles,
            Map<Party, Letterhead> heads,
            Instant now) {
        var title = titles.getOrDefault(release.escrowId(), "Work");
        var talent = requireNonNull(heads.get(release.payee().party()));
        var client = requireNonNull(heads.get(release.payer().party()));
        var platform = requireNonNull(heads.get(Party.PLATFORM));
        var bills = new ArrayList<Bill>();
        bills.add(
                Bill.including(
                        occasion("work", release, talent, client, now),
                        title,
                        release.gross(),
                        rates.of(talent)));
        if (!release.fee().isZero()) {
            bills.add(
                    Bill.including(
                            occasion("fee", release, platform, talent, now),
                            "Service fee: " + title,
                            release.fee(),
                            rates.of(platform)));
        }
        return bills;
    }

    private static Bill.Occasion occasion(
            String part, EscrowReleasedV1 release, Letterhead issuer, Letterhead to, Instant now) {
        return new Bill.Occasion(
                new InvoiceId(Ids.derived("release-invoice", part, release.releaseId())),
                new Subject("release", release.releaseId().value()),
                issuer,
                to,
                now);
    }

    private Map<EscrowId, String> titles(List<EscrowReleasedV1> releases) {
        var titles = new HashMap<EscrowId, String>();
        jdbc.sql(
                        """
                        select escrow_id, title from escrow
                        where escrow_id = any(:ids::uuid[]) and title is not null
                        """)
                .param(
                        "ids",
                        releases.stream()
                                .map(release -> release.escrowId().toString())
                                .toArray(String[]::new))
                .query(row -> {
                    titles.put(
                            new EscrowId(row.getObject("escrow_id", UUID.class)),
                            row.getString("title"));
                });
        return titles;
    }
}

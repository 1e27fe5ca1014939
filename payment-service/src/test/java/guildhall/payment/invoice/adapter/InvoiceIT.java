package guildhall.payment.invoice.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.id.DisputeId;
import guildhall.messages.id.InvoiceId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.messages.payment.InvoiceEvents.InvoiceIssuedV1;
import guildhall.messages.payment.InvoiceEvents.InvoiceOverdueV1;
import guildhall.messages.payment.InvoiceEvents.InvoicePaidV1;
import guildhall.messages.payment.PaymentCommands.FreezeEscrowV1;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.messages.payment.PaymentCommands.SplitFrozenFundsV1;
import guildhall.messages.payment.PaymentCommands.UnfreezeEscrowV1;
import guildhall.payment.TestHttp;
import guildhall.payment.TestMoney;
import guildhall.payment.invoice.InvoiceOffice;
import guildhall.payment.invoice.InvoiceOffice.Charge;
import guildhall.payment.invoice.Subject;
import guildhall.runtime.id.Ids;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionOperations;

/** Invoices from the release to the paper, their numbers under load, and what the tables hold. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class InvoiceIT {
    @Autowired KafkaProbe kafka;
    @Autowired TestMoney money;
    @Autowired InvoiceOffice office;
    @Autowired TransactionOperations transactions;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    final TestCaller client = TestCaller.client();
    final TestCaller talent = TestCaller.talent();
    final TestCaller finance = TestCaller.staff("FINANCE_OPS");
    RestTestClient http;

    @BeforeEach
    void connect() {
        http = TestHttp.at(port);
    }

    @Test
    void invoicesEveryReleaseOnceForTheWorkAndForTheFee() {
        var release = release(1_000_00);
        var work = kafka.await(InvoiceIssuedV1.class, e -> e.issuer().equals(talent.party()));
        var fee = kafka.await(InvoiceIssuedV1.class, e -> e.recipient().equals(talent.party()));
        kafka.await(InvoicePaidV1.class, e -> e.invoiceId().equals(fee.invoiceId()));
        var again = releaseEvent(release);

        // The same fact once more, and one after it to see that it was handled.
        kafka.publish(again);
        var next = release(100_00);
        kafka.await(InvoicePaidV1.class, e -> e.subject().id().equals(next.value()));

        assertThat(work.number()).isEqualTo("INV-000001");
        assertThat(work.total()).isEqualTo(usd(1_000_00));
        assertThat(work.recipient()).isEqualTo(client.party());
        assertThat(fee.total()).isEqualTo(usd(150_00));
        assertThat(fee.issuer()).isEqualTo(Party.PLATFORM);
        assertThat(
                        kafka.all(InvoiceIssuedV1.class).stream()
                                .filter(e -> e.subject().id().equals(release.value())))
                .hasSize(2);
        get("/v1/invoices?role=ISSUER&limit=1", talent)
                .expectBody()
                .jsonPath("$.items[0].number")
                .isEqualTo("INV-000002")
                .jsonPath("$.next")
                .isNotEmpty();
        get("/v1/invoices", client).expectBody().jsonPath("$.items.length()").isEqualTo(2);
        get("/v1/invoices/" + work.invoiceId(), TestCaller.client()).expectStatus().isNotFound();
        get("/v1/invoices/" + fee.invoiceId(), client).expectStatus().isNotFound();
        assertNumbersHaveNoGaps();
    }

    @Test
    void creditsWhatADisputeRecallsAndInvoicesWhatItGivesBackOrPays() {
        var deal = money.deal(1_000_00, client.side(), talent.side());
        var release = new ReleaseId(Ids.next());
        var withdrawn = new DisputeId(Ids.next());
        var decided = new DisputeId(Ids.next());
        var outcome = new ReleaseId(Ids.next());
        money.deposit(client.party(), 1_000_00);
        kafka.publish(deal.fund(1));
        kafka.publish(new ReleaseEscrowV1(deal.escrow(), release, usd(400_00)));
        kafka.publish(new FreezeEscrowV1(deal.escrow(), withdrawn));
        kafka.publish(new UnfreezeEscrowV1(deal.escrow(), withdrawn));
        kafka.publish(new FreezeEscrowV1(deal.escrow(), decided));
        kafka.publish(
                new SplitFrozenFundsV1(deal.escrow(), decided, outcome, usd(300_00), usd(700_00)));
        kafka.await(
                InvoicePaidV1.class,
                e -> e.subject().id().equals(outcome.value()) && e.issuer().equals(Party.PLATFORM));

        var work =
                kafka.all(InvoiceIssuedV1.class).stream()
                        .filter(e -> e.issuer().equals(talent.party()))
                        .toList();
        assertThat(work.stream().filter(e -> e.corrects() == null).map(e -> e.total()))
                .containsExactlyInAnyOrder(usd(400_00), usd(400_00), usd(700_00));
        assertThat(work.stream().filter(e -> e.corrects() != null).map(e -> e.total()))
                .containsExactly(usd(400_00), usd(400_00));
        assertNumbersHaveNoGaps();
    }

    @Test
    void printsWhatTheBillingProfileSays() {
        put(
                        "/v1/billing-profile",
                        talent,
                        """
                        {"name": "Jordan <b>Diaz</b>", "address": ["2 Side Street", "Berlin"],
                         "country": "DE", "taxNumber": "DE123456789"}
                        """)
                .expectStatus()
                .isOk();
        release(100_00);
        var issued = kafka.await(InvoiceIssuedV1.class, e -> e.issuer().equals(talent.party()));

        var pdf =
                get("/v1/invoices/" + issued.invoiceId() + "/pdf", client)
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentType(MediaType.APPLICATION_PDF)
                        .returnResult(byte[].class)
                        .getResponseBody();

        assertThat(new String(requireNonNull(pdf), ISO_8859_1)).startsWith("%PDF-");
        get("/v1/invoices/" + issued.invoiceId(), client)
                .expectBody()
                .jsonPath("$.issuer.name")
                .isEqualTo("Jordan Diaz")
                .jsonPath("$.issuer.country")
                .isEqualTo("DE")
                .jsonPath("$.lines[0].description")
                .isEqualTo("Logo")
                .jsonPath("$.status")
                .isEqualTo("PAID");
    }

    @Test
    void correctsAPaidInvoiceOnlyUpToItsTotal() {
        release(100_00);
        var issued = kafka.await(InvoiceIssuedV1.class, e -> e.issuer().equals(talent.party()));
        var path = "/v1/invoices/" + issued.invoiceId();
        var sixty = "{\"amount\": {\"amount\": 6000, \"currency\": \"USD\"}, \"reason\": \"Less\"}";

        post(path + "/credit-notes", client, sixty).expectStatus().isForbidden();
        post(path + "/credit-notes", talent, sixty)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.number")
                .isEqualTo("CN-000001")
                .jsonPath("$.corrects")
                .isEqualTo(issued.invoiceId().toString());
        post(path + "/credit-notes", finance, sixty)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/payment/more-than-invoiced");
        post(path + "/voiding", talent, "{\"reason\": \"Mistake\"}").expectStatus().isEqualTo(409);
    }

    @Test
    void takesAnInvoiceOfThePlatformFromDraftToPaid() {
        var path = draft(50_00);
        get(path, client).expectStatus().isNotFound();
        post(path + "/sending", client, "").expectStatus().isForbidden();
        post(path + "/sending", finance, "")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("SENT");
        post(path + "/payment", client, "")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/payment/insufficient-funds");
        money.deposit(client.party(), 80_00);

        post(path + "/payment", client, "").expectStatus().isOk();
        post(path + "/payment", client, "").expectStatus().isOk();

        assertThat(money.available(client.party())).isEqualTo(30_00);
        get(path, client).expectBody().jsonPath("$.status").isEqualTo("PAID");
        assertThat(acts("invoice.send")).isPositive();
        money.assertLedgerAddsUp();
    }

    @Test
    void callsAnInvoiceOverdueWhenItsTimeIsOver() {
        var charge = charge(10_00);
        var now = now();

        transactions.executeWithoutResult(_ -> office.issue(charge, now, now));

        var overdue = kafka.await(InvoiceOverdueV1.class, e -> e.invoiceId().equals(charge.id()));
        assertThat(overdue.dueAt()).isEqualTo(now);
        var path = "/v1/invoices/" + charge.id();
        post(path + "/payment", caller(charge), "").expectStatus().isEqualTo(409);
        post(path + "/voiding", finance, "{\"reason\": \"Goodwill\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("VOID");
        assertThat(acts("invoice.void")).isPositive();
    }

    @Test
    void leavesNoGapWhenManyIssueAtOnceAndSomeRollBack() throws Exception {
        var work =
                IntStream.range(0, 64)
                        .<Callable<Object>>mapToObj(i -> () -> issue(i % 4 == 3))
                        .toList();

        try (var threads = Executors.newFixedThreadPool(16)) {
            threads.invokeAll(work).forEach(done -> assertThat(done.state()).isNotNull());
        }

        assertNumbersHaveNoGaps();
    }

    @Test
    void keepsTheTablesRightAgainstAnybody() {
        var charge = charge(10_00);
        transactions.executeWithoutResult(_ -> office.issuePaid(List.of(charge), now()));
        var id = charge.id().value();

        assertRefused("update invoice set status = 'VOID' where invoice_id = ?", id);
        assertRefused(
                """
                insert into invoice_line (invoice_id, line_no, description, quantity, unit_price,
                    amount) values (?, 2, 'More', 1, 1, 1)
                """,
                id);
        assertRefused("delete from invoice_line where invoice_id = ?", id);
        assertRefused("update invoice set total = 1 where invoice_id = ?", id);
        assertRefused(
                """
                insert into invoice (invoice_id, kind, status, issuer, recipient, issuer_head,
                    recipient_head, subject_type, subject_id, currency, net, tax, total, tax_name,
                    tax_basis_points, drafted_at, sequence, issued_at, due_at)
                select gen_random_uuid(), kind, 'SENT', issuer, recipient, issuer_head,
                    recipient_head, 'service', gen_random_uuid(), currency, net, tax, total,
                    tax_name, tax_basis_points, drafted_at, 1000000, issued_at, due_at
                from invoice where invoice_id = ?
                """,
                id);
    }

    private void assertRefused(String sql, Object id) {
        assertThatThrownBy(() -> jdbc.sql(sql).param(id).update())
                .isInstanceOf(DataAccessException.class);
    }

    private boolean issue(boolean rollBack) {
        return Boolean.TRUE.equals(
                transactions.execute(transaction -> {
                    office.issuePaid(List.of(charge(1_00), charge(2_00)), now());
                    if (rollBack) {
                        transaction.setRollbackOnly();
                    }
                    return true;
                }));
    }

    private void assertNumbersHaveNoGaps() {
        var series = new ArrayList<String>();
        jdbc.sql(
                        """
                        select issuer || ' ' || kind as series
                        from invoice join invoice_counter using (issuer, kind)
                        where sequence is not null
                        group by issuer, kind, last
                        having count(*) <> max(sequence) or max(sequence) <> last
                            or min(sequence) <> 1
                        """)
                .query(row -> {
                    series.add(row.getString("series"));
                });
        assertThat(series).isEmpty();
    }

    private ReleaseId release(long amount) {
        var deal = money.deal(amount, client.side(), talent.side());
        var release = new ReleaseId(Ids.next());
        money.deposit(client.party(), amount);
        kafka.publish(deal.fund(1));
        kafka.publish(new ReleaseEscrowV1(deal.escrow(), release, usd(amount)));
        return release;
    }

    private EscrowReleasedV1 releaseEvent(ReleaseId release) {
        return kafka.await(EscrowReleasedV1.class, e -> e.releaseId().equals(release));
    }

    private static Charge charge(long amount) {
        return new Charge(
                new InvoiceId(Ids.next()),
                new Subject("subscription", Ids.next()),
                new Party(PartyType.BUSINESS, Ids.next()),
                "A month",
                usd(amount));
    }

    private static TestCaller caller(Charge charge) {
        return TestCaller.client(TestCaller.client().user(), charge.recipient().id());
    }

    private String draft(long amount) {
        var body =
                """
                {"recipient": {"type": "BUSINESS", "id": "%s"},
                 "lines": [{"description": "Featured listing", "quantity": 1,
                            "unitPrice": {"amount": %d, "currency": "USD"}}]}
                """
                        .formatted(client.party().id(), amount);
        post("/v1/invoices", client, body).expectStatus().isForbidden();
        var location =
                post("/v1/invoices", finance, body)
                        .expectStatus()
                        .isCreated()
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getLocation();
        return requireNonNull(location).toString();
    }

    private long acts(String act) {
        return jdbc.sql("select count(*) from operator_audit where act = ?")
                .param(act)
                .query(Long.class)
                .single();
    }

    private RestTestClient.ResponseSpec get(String path, TestCaller caller) {
        return http.get().uri(path).header("Authorization", caller.bearer()).exchange();
    }

    private RestTestClient.ResponseSpec put(String path, TestCaller caller, String body) {
        return http.put()
                .uri(path)
                .header("Authorization", caller.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec post(String path, TestCaller caller, String body) {
        return http.post()
                .uri(path)
                .header("Authorization", caller.bearer())
                .header("Idempotency-Key", Ids.next().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }
}

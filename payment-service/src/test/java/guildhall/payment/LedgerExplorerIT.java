package guildhall.payment;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static guildhall.testkit.TestDatabase.Role.MIGRATOR;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.party.Party;
import guildhall.messages.payment.EscrowEvents.EscrowFundedV1;
import guildhall.messages.payment.LedgerEvents.LedgerImbalanceDetectedV1;
import guildhall.payment.TestMoney.Deal;
import guildhall.runtime.chore.Chore;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestDatabase;
import guildhall.testkit.WithInfrastructure;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What staff finds in the ledger, and what it hears when somebody has changed it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "guildhall.payment.clearing.safety-window=1s",
            "guildhall.payment.clearing.sweep-every=100ms"
        })
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class LedgerExplorerIT {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final TestCaller SUPPORT = TestCaller.staff("SUPPORT_AGENT");
    static final TestCaller FINANCE = TestCaller.staff("FINANCE_OPS");

    @Autowired KafkaProbe kafka;
    @Autowired TestMoney money;
    @Autowired TestDatabase database;
    @Autowired JdbcClient app;

    @Autowired
    @Qualifier("ledgerAuditChore")
    Chore audit;

    @LocalServerPort int port;

    final TestCaller client = TestCaller.client();
    RestTestClient http;

    record Found(List<Journal> items, @Nullable String next) {}

    record Journal(UUID id, String reason) {}

    record Whole(UUID id, List<Line> lines, @Nullable Seal seal) {}

    record Line(String accountId, String code, String owner, long balanceAfter) {}

    record Seal(long position, String hash) {}

    record Lines(List<Line> items) {}

    record Accounts(List<Account> items) {}

    record Account(String id, String code, long balance, long lines) {}

    record Verification(boolean intact, long through, @Nullable Long brokenPosition) {}

    @BeforeEach
    void connect() {
        http = TestHttp.at(port);
    }

    @Test
    void findsJournalsByAnyReference() {
        var deal = fundedDeal();
        var hold = journals(deal.escrow().toString()).items().getFirst();

        assertThat(hold.reason()).isEqualTo("ESCROW_HOLD");
        assertThat(List.of(hold.id().toString(), deal.contract().toString()))
                .allSatisfy(
                        reference -> assertThat(journals(reference).items()).containsExactly(hold));
        assertThat(List.of(client.party().toString(), client.party().id().toString()))
                .allSatisfy(reference ->
                        assertThat(journals(reference).items())
                                .extracting(Journal::reason)
                                .containsExactly("ESCROW_HOLD", "DEPOSIT"));
        var first = journals(client.party() + "&limit=1");
        assertThat(journals(client.party() + "&after=" + first.next()).items())
                .extracting(Journal::reason)
                .containsExactly("DEPOSIT");
        assertThat(journals("nothing at all").items()).isEmpty();
    }

    @Test
    void showsAnAccountWithItsLinesAndAJournalWithItsSeal() {
        var deal = fundedDeal();
        var account = available(client.party());
        var hold = journals(deal.escrow().toString()).items().getFirst();

        var lines = get("/v1/ledger/accounts/" + account.id() + "/lines", Lines.class).items();
        var whole = sealed(hold.id());

        assertThat(account).isEqualTo(new Account(account.id(), "AVAILABLE", 5_00, 2));
        assertThat(get("/v1/ledger/accounts/" + account.id(), Account.class)).isEqualTo(account);
        assertThat(lines).extracting(Line::balanceAfter).containsExactly(5_00L, 15_00L);
        assertThat(whole.lines()).extracting(Line::code).containsExactly("AVAILABLE", "ESCROW");
        assertThat(get("/v1/ledger/seals/" + requireNonNull(whole.seal()).position(), Seal.class))
                .isEqualTo(whole.seal());
    }

    @Test
    void opensTheLedgerToStaffOnly() {
        var deal = fundedDeal();

        for (var path :
                List.of(
                        "/v1/ledger/journals?reference=" + deal.escrow(),
                        "/v1/ledger/accounts",
                        "/v1/ledger/accounts/1",
                        "/v1/ledger/accounts/1/lines",
                        "/v1/ledger/seals/head",
                        "/v1/ledger/verification")) {
            http.get()
                    .uri(path)
                    .header("Authorization", client.bearer())
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }

    @Test
    void raisesAnAlarmWhenSomebodyChangedALineAndNamesThePlace() {
        var deal = fundedDeal();
        var journal = journals(deal.escrow().toString()).items().getFirst().id();
        var position = requireNonNull(sealed(journal).seal()).position();

        change(journal, +7);
        try {
            audit.work().run();
            var broken = verification(v -> !v.intact());

            kafka.await(
                    LedgerImbalanceDetectedV1.class,
                    e ->
                            e.check().equals("BALANCES")
                                    && e.difference().equals(BigInteger.valueOf(7)));
            audit.work().run();
            assertThat(reported()).isEqualTo(1);
            assertThat(broken).isEqualTo(new Verification(false, position - 1, position));
        } finally {
            change(journal, -7);
            audit.work().run();
        }
        assertThat(verification(Verification::intact).through()).isGreaterThanOrEqualTo(position);
    }

    private long reported() {
        return app.sql(
                        "select count(*) from outbox where topic like '%ledger%' and key = 'BALANCES'")
                .query(Long.class)
                .single();
    }

    private Deal fundedDeal() {
        var deal = money.deal(10_00, client.side());
        money.deposit(client.party(), 15_00);
        kafka.publish(deal.fund(1));
        kafka.await(EscrowFundedV1.class, e -> e.escrowId().equals(deal.escrow()));
        return deal;
    }

    /** As nobody can who is not the owner of the tables. */
    private void change(UUID journal, long by) {
        JdbcClient.create(database.dataSource(MIGRATOR))
                .sql("update line set credit = credit + :by where journal_id = :id and credit > 0")
                .param("by", by)
                .param("id", journal)
                .update();
    }

    private Whole sealed(UUID journal) {
        return await().atMost(PATIENCE)
                .until(
                        () -> get("/v1/ledger/journals/" + journal, Whole.class),
                        whole -> whole.seal() != null);
    }

    private Verification verification(Predicate<Verification> expected) {
        return await().atMost(PATIENCE)
                .until(() -> get("/v1/ledger/verification", Verification.class), expected);
    }

    private Account available(Party owner) {
        return get("/v1/ledger/accounts?code=AVAILABLE&owner=" + owner, Accounts.class)
                .items()
                .getFirst();
    }

    private Found journals(String reference) {
        return get("/v1/ledger/journals?reference=" + reference, Found.class, SUPPORT);
    }

    private <T> T get(String path, Class<T> type) {
        return get(path, type, FINANCE);
    }

    private <T> T get(String path, Class<T> type, TestCaller staff) {
        return requireNonNull(
                http.get()
                        .uri(path)
                        .header("Authorization", staff.bearer())
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(type)
                        .getResponseBody());
    }
}

package guildhall.payment.payout.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.id.PayoutId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.PayoutAccountEvents.PayoutAccountActivatedV1;
import guildhall.messages.payment.PayoutAccountEvents.PayoutAccountChangedV1;
import guildhall.messages.payment.PayoutAccountEvents.PayoutAccountRestrictedV1;
import guildhall.messages.payment.PayoutEvents.PayoutCancelledV1;
import guildhall.messages.payment.PayoutEvents.PayoutCompletedV1;
import guildhall.messages.payment.PayoutEvents.PayoutFailedV1;
import guildhall.messages.payment.PayoutEvents.PayoutRequestedV1;
import guildhall.messages.payment.PayoutEvents.PayoutReturnedV1;
import guildhall.payment.TestHttp;
import guildhall.payment.TestMoney;
import guildhall.payment.payout.PayoutDesk;
import guildhall.payment.payout.PayoutOrder;
import guildhall.payment.payout.Speed;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.id.Ids;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Payout accounts and payouts from the request to the bank, through the sandbox provider. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "guildhall.payment.payout-account.hold=0s",
            "guildhall.payment.payout-account.first-check-after=1s",
            "guildhall.payment.payout.retry-after=100ms",
            "guildhall.payment.payout.submission.every=100ms",
            "guildhall.payment.payout.submission.batch=5",
            "guildhall.payment.payout.submission.ask-after=500ms",
            "guildhall.payment.payout.submission.silent-after=1s"
        })
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class PayoutIT {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired KafkaProbe kafka;
    @Autowired TestMoney money;
    @Autowired PayoutDesk desk;
    @Autowired PayoutSubmissions submissions;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    final TestCaller talent = TestCaller.talent();
    final TestCaller finance = TestCaller.staff("FINANCE_OPS");
    final TestCaller colleague = TestCaller.staff("FINANCE_OPS");
    RestTestClient http;

    @BeforeEach
    void connect() {
        http = TestHttp.at(port);
    }

    @Test
    void paysAnInstantPayoutAndKeepsTheFee() {
        var account = activeAccount("tok_4242");
        money.deposit(talent.party(), 150_00);

        var payout = payout(account, 100_00, "INSTANT");
        var requested = kafka.await(PayoutRequestedV1.class, e -> e.payoutId().equals(payout));
        var completed = kafka.await(PayoutCompletedV1.class, e -> e.payoutId().equals(payout));
        awaitDeliveries();

        assertThat(requested.amount()).isEqualTo(usd(100_00));
        assertThat(requested.fee()).isEqualTo(usd(1_00));
        assertThat(completed.payoutAccountId()).isEqualTo(account);
        assertThat(status(payout)).isEqualTo("COMPLETED");
        assertThat(money.available(talent.party())).isEqualTo(50_00);
        assertThat(
                        kafka.all(PayoutCompletedV1.class).stream()
                                .filter(e -> e.payoutId().equals(payout)))
                .hasSize(1);
        get("/v1/payouts/" + payout, TestCaller.talent()).expectStatus().isNotFound();
        get("/v1/payouts/" + payout, finance).expectStatus().isOk();
        get("/v1/payouts", talent).expectBody().jsonPath("$.items[0].net.amount").isEqualTo(99_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void returnsTheMoneyAndRestrictsTheAccountThatTheBankRejects() {
        var account = activeAccount("tok_4242");
        money.deposit(talent.party(), 100_00);

        var payout = payout(account, 50_13, "STANDARD");
        var failed = kafka.await(PayoutFailedV1.class, e -> e.payoutId().equals(payout));
        var restricted =
                kafka.await(
                        PayoutAccountRestrictedV1.class, e -> e.payoutAccountId().equals(account));

        assertThat(failed.reason()).isEqualTo("ACCOUNT_CLOSED");
        assertThat(restricted.reason()).isEqualTo("ACCOUNT_CLOSED");
        assertThat(money.available(talent.party())).isEqualTo(100_00);
        post("/v1/payouts", request(account, 20_00, "STANDARD"), talent)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(
                        "https://api.guildhall.example/problems/payment/payout-account-not-active");
        put("/v1/payout-accounts/" + account + "/destination", "{\"token\":\"tok_1881\"}");
        kafka.await(PayoutAccountChangedV1.class, e -> e.payoutAccountId().equals(account));
        awaitAccount(account, "ACTIVE");
        money.assertLedgerAddsUp();
    }

    @ParameterizedTest
    @ValueSource(longs = {60_17, 60_23, 60_29, 60_31})
    void paysInTheEndWhateverGoesWrongOnTheWay(long amount) {
        var account = activeAccount("tok_4242");
        money.deposit(talent.party(), amount);

        var payout = payout(account, amount, "STANDARD");
        kafka.await(PayoutCompletedV1.class, e -> e.payoutId().equals(payout));

        assertThat(money.available(talent.party())).isZero();
        assertThat(paidBySandbox(payout)).isEqualTo(amount);
        money.assertLedgerAddsUp();
    }

    @Test
    void givesUpAfterThreeTries() {
        var account = activeAccount("tok_4242");
        money.deposit(talent.party(), 70_19);

        var payout = payout(account, 70_19, "STANDARD");
        var failed = kafka.await(PayoutFailedV1.class, e -> e.payoutId().equals(payout));

        assertThat(failed.reason()).isEqualTo("BANK_UNAVAILABLE");
        assertThat(attempts(payout)).isEqualTo(3);
        assertThat(money.available(talent.party())).isEqualTo(70_19);
        awaitAccount(account, "ACTIVE");
    }

    /** What was requested before is in transit, and still ours to keep back. */
    @Test
    void submitsNothingForAFrozenWalletOrADebtor() {
        var account = activeAccount("tok_4242");
        money.deposit(talent.party(), 10_000_00);
        var payout = payout(account, 5_000_00, "STANDARD");
        money.freeze(talent.party());
        act("/v1/payouts/" + payout + "/approval", finance).expectStatus().isOk();
        act("/v1/payouts/" + payout + "/approval", colleague).expectStatus().isOk();

        submissions.submitDue();
        assertThat(status(payout)).isEqualTo("PENDING");
        money.owe(talent.party(), 10_00);
        money.unfreeze(talent.party());
        submissions.submitDue();
        assertThat(status(payout)).isEqualTo("PENDING");

        money.owesNothingOf(talent.party(), 10_00);
        kafka.await(PayoutCompletedV1.class, e -> e.payoutId().equals(payout));
        money.assertLedgerAddsUp();
    }

    @Test
    void letsFinanceDecideAboutLargePayouts() {
        var account = activeAccount("tok_4242");
        money.deposit(talent.party(), 20_000_00);
        var good = payout(account, 5_000_00, "STANDARD");
        var bad = payout(account, 5_000_00, "STANDARD");

        post("/v1/payouts", request(account, 10_00, "STANDARD"), talent)
                .expectStatus()
                .isEqualTo(422);
        get("/v1/payout-reviews?limit=100", talent).expectStatus().isForbidden();
        get("/v1/payout-reviews?limit=100", finance).expectStatus().isOk();
        act("/v1/payouts/" + good + "/approval", talent).expectStatus().isForbidden();
        act("/v1/payouts/" + good + "/approval", finance)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.awaitsReview")
                .isEqualTo(true)
                .jsonPath("$.approvals[0].by")
                .isEqualTo(finance.user().toString())
                .jsonPath("$.approvals[0].reason")
                .isEqualTo("Looked into it");
        submissions.submitDue();
        assertThat(status(good)).isEqualTo("PENDING");
        act("/v1/payouts/" + good + "/approval", finance)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/payment/second-person-needed");
        act("/v1/payouts/" + good + "/approval", colleague)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.awaitsReview")
                .isEqualTo(false)
                .jsonPath("$.approvals.length()")
                .isEqualTo(2);
        act("/v1/payouts/" + bad + "/approval", finance).expectStatus().isOk();
        act("/v1/payouts/" + bad + "/rejection", colleague)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.refusal.by")
                .isEqualTo(colleague.user().toString());

        kafka.await(PayoutCompletedV1.class, e -> e.payoutId().equals(good));
        var declined = kafka.await(PayoutFailedV1.class, e -> e.payoutId().equals(bad));
        assertThat(declined.reason()).isEqualTo("DECLINED_BY_REVIEW");
        assertThat(money.available(talent.party())).isEqualTo(15_000_00);
        assertThat(audited(good.toString())).containsExactly("payout.approve", "payout.approve");
        assertThat(audited(bad.toString())).containsExactly("payout.approve", "payout.decline");
        get("/v1/payouts/" + good, finance)
                .expectBody()
                .jsonPath("$.approvals.length()")
                .isEqualTo(2);
        get("/v1/payouts/" + good, talent).expectBody().jsonPath("$.approvals").isEmpty();
        act("/v1/payouts/" + good + "/rejection", finance).expectStatus().isEqualTo(409);
        money.assertLedgerAddsUp();
    }

    /** However the requests of many come together, with repetitions of each. */
    @RepeatedTest(3)
    void letsTwoDifferentPersonsDecideOnceWhoeverElseTriesAtTheSameTime() throws Exception {
        var account = activeAccount("tok_4242");
        money.deposit(talent.party(), 10_000_00);
        var payouts =
                List.of(
                        payout(account, 5_000_00, "STANDARD"),
                        payout(account, 5_000_00, "STANDARD"));
        var acts = new ArrayList<Callable<Integer>>();
        for (var payout : payouts) {
            for (var person : List.of(finance, colleague)) {
                var key = Ids.next().toString();
                var path = "/v1/payouts/" + payout + "/approval";
                acts.add(() -> actOnce(path, person, key));
                acts.add(() -> actOnce(path, person, key));
                acts.add(() -> actOnce(path, person, Ids.next().toString()));
            }
            var no = "/v1/payouts/" + payout + "/rejection";
            acts.add(() -> actOnce(no, TestCaller.staff("ADMIN"), Ids.next().toString()));
        }
        Collections.shuffle(acts);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : threads.invokeAll(acts)) {
                assertThat(answer.get()).isIn(200, 409);
            }
        }

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(payouts.stream().map(this::status))
                                .allMatch(List.of("COMPLETED", "FAILED")::contains));
        for (var payout : payouts) {
            assertThat(approversOf(payout)).doesNotHaveDuplicates();
            assertThat(approversOf(payout).size() == 2)
                    .isEqualTo(status(payout).equals("COMPLETED"));
        }
        var declined = payouts.stream().filter(payout -> status(payout).equals("FAILED")).count();
        assertThat(money.available(talent.party())).isEqualTo(declined * 5_000_00);
        money.assertLedgerAddsUp();
    }

    /** 43: the word that it came back is there before the word that it was paid. */
    @ParameterizedTest
    @ValueSource(longs = {60_41, 60_43})
    void givesBackOnceWhatTheBankSendsBackAndRestrictsTheAccount(long amount) {
        var account = activeAccount("tok_4242");
        money.deposit(talent.party(), amount);

        var payout = payout(account, amount, "STANDARD");
        kafka.await(PayoutCompletedV1.class, e -> e.payoutId().equals(payout));
        var returned = kafka.await(PayoutReturnedV1.class, e -> e.payoutId().equals(payout));
        var restricted =
                kafka.await(
                        PayoutAccountRestrictedV1.class, e -> e.payoutAccountId().equals(account));
        awaitDeliveries();

        assertThat(returned.amount()).isEqualTo(usd(amount));
        assertThat(returned.reason()).isEqualTo("NO_SUCH_ACCOUNT");
        assertThat(restricted.reason()).isEqualTo("NO_SUCH_ACCOUNT");
        assertThat(money.available(talent.party())).isEqualTo(amount);
        assertThat(outcomes(payout, "payout.returned")).containsExactly("APPLIED");
        assertThat(outcomes(payout, "payout.paid"))
                .containsExactly(amount == 60_41 ? "APPLIED" : "KNOWN");
        get("/v1/payouts/" + payout, talent)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("RETURNED")
                .jsonPath("$.failure")
                .isEqualTo("NO_SUCH_ACCOUNT");
        money.assertLedgerAddsUp();

        // What came back does not count towards the limit of the day.
        act("/v1/payout-accounts/" + account + "/reactivation", finance).expectStatus().isOk();
        money.deposit(talent.party(), 10_000_00);
        payout(account, 10_000_00, "STANDARD");
    }

    @Test
    void givesTheMoneyBackToAnOwnerWhoCancelsInTime() {
        var account = activeAccount("tok_4242");
        money.deposit(talent.party(), 6_000_00);
        var payout = payout(account, 6_000_00, "INSTANT");
        assertThat(money.available(talent.party())).isZero();
        var cancellation = "/v1/payouts/" + payout + "/cancellation";

        post(cancellation, "", TestCaller.talent()).expectStatus().isNotFound();
        post(cancellation, "", talent).expectStatus().isOk();
        post(cancellation, "", talent).expectStatus().isOk();

        kafka.await(PayoutCancelledV1.class, e -> e.payoutId().equals(payout));
        assertThat(money.available(talent.party())).isEqualTo(6_000_00);
        assertThat(status(payout)).isEqualTo("CANCELLED");
        money.assertLedgerAddsUp();
    }

    @Test
    void paysNothingOutOfAFrozenWallet() {
        var account = activeAccount("tok_4242");
        money.deposit(talent.party(), 100_00);
        money.freeze(talent.party());

        post("/v1/payouts", request(account, 50_00, "STANDARD"), talent)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/payment/wallet-frozen");

        assertThat(money.available(talent.party())).isEqualTo(100_00);
    }

    @Test
    void neverPaysMoreThanThereIsToSixtyFourWithdrawalsAtOnce() throws Exception {
        var account = activeAccount("tok_4242");
        money.deposit(talent.party(), 1_000_00);
        var withdrawals = new ArrayList<Callable<Decision<?, ?>>>();
        for (int i = 0; i < 64; i++) {
            var order = order(account, 30_00);
            withdrawals.add(() -> {
                var decision = desk.request(order);
                // As another instance would, at the same time as the chore of this one.
                submissions.submitDue();
                return decision;
            });
        }

        var accepted = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Decision<?, ?>> answer : threads.invokeAll(withdrawals)) {
                accepted += answer.get() instanceof Accepted<?, ?> ? 1 : 0;
            }
        }

        assertThat(accepted).isEqualTo(33);
        assertThat(money.available(talent.party())).isEqualTo(10_00);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(paidToSandbox(account)).isEqualTo(990_00));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(completed()).isEqualTo(33));
        money.assertLedgerAddsUp();
    }

    @Test
    void believesTheNewestReportAboutAnAccount() {
        var overtaken = openAccount("\"BANK_TRANSFER\"", "\"tok_0029\"");
        var silent = openAccount("\"PAYPAL\"", "\"tok_0023\"");
        var rejected = openAccount("\"MOBILE_MONEY\"", "\"tok_0013\"");
        var hosted = openAccount("\"STRIPE_CONNECT\"", "null");
        post("/v1/payout-accounts/" + hosted + "/onboarding-links", "", talent)
                .expectStatus()
                .isCreated();

        awaitAccount(overtaken, "ACTIVE");
        awaitAccount(silent, "ACTIVE");
        awaitAccount(hosted, "ACTIVE");
        awaitAccount(rejected, "RESTRICTED");
        awaitDeliveries();
        awaitAccount(overtaken, "ACTIVE");
        get("/v1/payout-accounts/" + hosted, talent)
                .expectBody()
                .jsonPath("$.lastFour")
                .isEqualTo("4242");
        get("/v1/payout-accounts/" + hosted, TestCaller.talent()).expectStatus().isNotFound();
        get("/v1/payout-accounts", talent).expectBody().jsonPath("$.items.length()").isEqualTo(4);
    }

    @Test
    void letsStaffRestrictAnAccountAndTheOwnerRemoveIt() {
        var account = activeAccount("tok_4242");
        var path = "/v1/payout-accounts/" + account;

        act(path + "/restriction", talent).expectStatus().isForbidden();
        act(path + "/restriction", finance).expectStatus().isOk();
        awaitAccount(account, "RESTRICTED");
        act(path + "/reactivation", finance).expectStatus().isOk();
        awaitAccount(account, "ACTIVE");
        assertThat(audited(account.toString()))
                .containsExactly("payout-account.restrict", "payout-account.reactivate");

        delete(path, TestCaller.talent()).expectStatus().isNotFound();
        delete(path, talent).expectStatus().isNoContent();
        delete(path, talent).expectStatus().isNoContent();
        awaitAccount(account, "DISABLED");
        act(path + "/restriction", finance).expectStatus().isEqualTo(409);
        post(path + "/onboarding-links", "", talent).expectStatus().isEqualTo(409);
    }

    private PayoutAccountId activeAccount(String token) {
        var account = openAccount("\"BANK_TRANSFER\"", "\"" + token + "\"");
        kafka.await(PayoutAccountActivatedV1.class, e -> e.payoutAccountId().equals(account));
        return account;
    }

    private PayoutAccountId openAccount(String method, String token) {
        record Opened(String id, String status) {}
        var opened =
                post(
                                "/v1/payout-accounts",
                                "{\"method\":%s,\"currency\":\"USD\",\"token\":%s}"
                                        .formatted(method, token),
                                talent)
                        .expectStatus()
                        .isCreated()
                        .returnResult(Opened.class)
                        .getResponseBody();
        assertThat(requireNonNull(opened).status()).isEqualTo("PENDING_VERIFICATION");
        return PayoutAccountId.of(opened.id());
    }

    private PayoutId payout(PayoutAccountId account, long amount, String speed) {
        record RequestedPayout(String id) {}
        var accepted =
                post("/v1/payouts", request(account, amount, speed), talent)
                        .expectStatus()
                        .isAccepted()
                        .returnResult(RequestedPayout.class)
                        .getResponseBody();
        return PayoutId.of(requireNonNull(accepted).id());
    }

    private static String request(PayoutAccountId account, long amount, String speed) {
        return """
        {"accountId":"%s","amount":{"amount":%d,"currency":"USD"},"speed":"%s"}
        """
                .formatted(account, amount, speed);
    }

    private PayoutOrder order(PayoutAccountId account, long amount) {
        return new PayoutOrder(
                new PayoutId(Ids.next()),
                talent.side(),
                account,
                usd(amount),
                usd(0),
                Speed.STANDARD,
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private RestTestClient.ResponseSpec act(String path, TestCaller caller) {
        return post(path, "{\"reason\":\"Looked into it\"}", caller);
    }

    private int actOnce(String path, TestCaller caller, String key) {
        return post(path, "{\"reason\":\"Looked into it\"}", caller, key)
                .returnResult()
                .getStatus()
                .value();
    }

    private RestTestClient.ResponseSpec post(String path, String body, TestCaller caller) {
        return post(path, body, caller, Ids.next().toString());
    }

    private RestTestClient.ResponseSpec post(
            String path, String body, TestCaller caller, String key) {
        return http.post()
                .uri(path)
                .header("Authorization", caller.bearer())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private void put(String path, String body) {
        http.put()
                .uri(path)
                .header("Authorization", talent.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private RestTestClient.ResponseSpec delete(String path, TestCaller caller) {
        return http.delete().uri(path).header("Authorization", caller.bearer()).exchange();
    }

    private RestTestClient.ResponseSpec get(String path, TestCaller caller) {
        return http.get().uri(path).header("Authorization", caller.bearer()).exchange();
    }

    private void awaitAccount(PayoutAccountId account, String status) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(
                                        text(
                                                """
                                                select status from payout_account
                                                where account_id = ?::uuid
                                                """,
                                                account))
                                .isEqualTo(status));
    }

    private String status(PayoutId payout) {
        return text("select status from payout where payout_id = ?::uuid", payout);
    }

    private String text(String sql, Object id) {
        return jdbc.sql(sql).param(id.toString()).query(String.class).single();
    }

    /** Of approvals that took effect, or wait for another one. */
    private List<String> approversOf(PayoutId payout) {
        return jdbc.sql(
                        """
                        select approver::text from payout,
                            unnest(array[first_approver,
                                case when review = 'APPROVED' then reviewed_by end]) as approver
                        where payout_id = ? and approver is not null
                        """)
                .param(payout.value())
                .query(String.class)
                .list();
    }

    private List<String> outcomes(PayoutId payout, String type) {
        return jdbc.sql(
                        """
                        select outcome from webhook_event
                        where subject_id = ? and type = ?
                        order by event_no
                        """)
                .params(payout.value(), type)
                .query(String.class)
                .list();
    }

    private long attempts(PayoutId payout) {
        return number("select count(*) from sandbox_payout where reference = ?::uuid", payout);
    }

    private long paidBySandbox(PayoutId payout) {
        return number(
                """
                select sum(amount) from sandbox_payout where reference = ?::uuid and failure = ''
                """,
                payout);
    }

    private long paidToSandbox(PayoutAccountId account) {
        return number(
                """
                select coalesce(sum(paid.amount), 0) from sandbox_payout paid
                join payout_account using (external_account)
                where account_id = ?::uuid and failure = ''
                """,
                account);
    }

    private long completed() {
        return number(
                "select count(*) from payout where owner = ? and status = 'COMPLETED'",
                talent.party());
    }

    private long number(String sql, Object id) {
        return jdbc.sql(sql).param(id.toString()).query(Long.class).single();
    }

    private List<String> audited(String target) {
        return jdbc.sql("select act from operator_audit where target = ? order by id")
                .param(target)
                .query(String.class)
                .list();
    }

    /** Until the provider has nothing left to tell, duplicates included. */
    private void awaitDeliveries() {
        await().atMost(PATIENCE)
                .until(() ->
                        jdbc.sql("select count(*) from sandbox_delivery").query(Long.class).single()
                                == 0);
    }

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }
}

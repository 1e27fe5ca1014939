package guildhall.payment.adjustment.adapter;

import static java.util.Objects.requireNonNull;

import guildhall.payment.TestHttp;
import guildhall.runtime.id.Ids;
import guildhall.testkit.TestCaller;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Adjustments of one client's wallet through the API. */
record AdjustmentApi(RestTestClient http, TestCaller client) {
    private static final String REASON = "{\"reason\": \"Ticket 7\"}";
    private static final String PROBLEMS = "https://api.guildhall.example/problems/payment/";

    record View(UUID id, String status) {}

    record Journals(List<Journal> items) {}

    record Journal(UUID id, String reason) {}

    record Acts(List<Act> items) {}

    record Act(String act, String target) {}

    static AdjustmentApi at(int port, TestCaller client) {
        var http = TestHttp.at(port);
        return new AdjustmentApi(http, client);
    }

    UUID asked(TestCaller staff, String direction, long amount) {
        return created(ask(staff, direction, amount));
    }

    static UUID created(ResponseSpec response) {
        var view = response.expectStatus().isCreated().returnResult(View.class).getResponseBody();
        return requireNonNull(view).id();
    }

    ResponseSpec ask(TestCaller staff, String direction, long amount) {
        return ask(staff, direction, amount, client, key());
    }

    ResponseSpec ask(
            TestCaller staff, String direction, long amount, TestCaller owner, String key) {
        var body =
                """
                {"owner": {"type": "BUSINESS", "id": "%s"}, "direction": "%s",
                 "amount": {"amount": %d, "currency": "USD"}, "against": "FEE_REVENUE",
                 "description": "Fee returned", "reason": "Ticket 7"}
                """
                        .formatted(owner.party().id(), direction, amount);
        return post("/v1/ledger/adjustments", body, staff, key);
    }

    ResponseSpec askToReverse(UUID journal, TestCaller staff) {
        return post("/v1/ledger/journals/" + journal + "/reversal", REASON, staff, key());
    }

    ResponseSpec act(UUID id, String act, TestCaller staff) {
        return post("/v1/ledger/adjustments/" + id + "/" + act, REASON, staff, key());
    }

    int approvalStatus(UUID id, TestCaller staff) {
        return act(id, "approval", staff).returnResult(String.class).getStatus().value();
    }

    /** What all of them answer when they are sent at the same time. */
    static List<Integer> atOnce(Stream<Supplier<Integer>> requests) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = requests.map(one -> CompletableFuture.supplyAsync(one, threads)).toList();
            return sent.stream().map(CompletableFuture::join).toList();
        }
    }

    List<Journal> journals(Object reference, TestCaller staff) {
        var found =
                get("/v1/ledger/journals?reference=" + reference, staff)
                        .returnResult(Journals.class)
                        .getResponseBody();
        return requireNonNull(found).items();
    }

    List<String> audited(UUID id) {
        var acts =
                get("/v1/operations/payment/audit?limit=100", TestCaller.staff("COMPLIANCE"))
                        .returnResult(Acts.class)
                        .getResponseBody();
        return requireNonNull(acts).items().stream()
                .filter(act -> act.target().equals(id.toString()))
                .map(Act::act)
                .toList();
    }

    static void isProblem(ResponseSpec response, int status, String problem) {
        response.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEMS + problem);
    }

    ResponseSpec get(String path, TestCaller caller) {
        return http.get().uri(path).header("Authorization", caller.bearer()).exchange();
    }

    private ResponseSpec post(String path, String body, TestCaller caller, String key) {
        return http.post()
                .uri(path)
                .header("Authorization", caller.bearer())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    static String key() {
        return Ids.next().toString();
    }
}

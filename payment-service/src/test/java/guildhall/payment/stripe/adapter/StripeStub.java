package guildhall.payment.stripe.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's API as far as it is used here, with answers in the shape that Stripe sends. It remembers
 * PaymentIntents by idempotency key as Stripe does, and fails on demand.
 */
final class StripeStub implements AutoCloseable {
    /** An answer that is given instead of the right one, once. */
    record Failure(int status, String body, boolean afterwards) {}

    static final class Intent {
        final String id;
        final Map<String, String> form;
        String status = "requires_payment_method";
        String declineCode = "";
        String cancellation = "";

        Intent(String id, Map<String, String> form) {
            this.id = id;
            this.form = form;
        }

        String json() {
            var error =
                    declineCode.isEmpty()
                            ? "null"
                            : """
                            {"type": "card_error", "code": "card_declined",
                             "decline_code": "%s", "message": "Your card was declined."}\
                            """
                                    .formatted(declineCode);
            return """
            {"id": "%s", "object": "payment_intent", "amount": %s, "amount_received": %s,
             "currency": "%s", "status": "%s", "client_secret": "%s_secret_x",
             "metadata": {"guildhall_id": "%s"}, "last_payment_error": %s,
             "cancellation_reason": %s, "livemode": false, "created": 1800000000}\
            """
                    .formatted(
                            id,
                            form.get("amount"),
                            status.equals("succeeded") ? form.get("amount") : "0",
                            form.get("currency"),
                            status,
                            id,
                            form.get("metadata[guildhall_id]"),
                            error,
                            cancellation.isEmpty() ? "null" : "\"" + cancellation + "\"");
        }
    }

    static final class Refunded {
        final String id;
        final String key;
        final String currency;
        final Map<String, String> form;
        String status = "pending";
        String failure = "";

        Refunded(String id, String key, String currency, Map<String, String> form) {
            this.id = id;
            this.key = key;
            this.currency = currency;
            this.form = form;
        }

        String json() {
            return """
            {"id": "%s", "object": "refund", "amount": %s, "currency": "%s", "status": "%s",
             "payment_intent": "%s", "failure_reason": %s,
             "metadata": {"guildhall_id": "%s"}}\
            """
                    .formatted(
                            id,
                            form.get("amount"),
                            currency,
                            status,
                            form.get("payment_intent"),
                            failure.isEmpty() ? "null" : "\"" + failure + "\"",
                            form.get("metadata[guildhall_id]"));
        }
    }

    /**
     * @param changes of the balance
     */
    record Disputed(String id, String intent, String currency, String status, List<Long> changes) {
        String json() {
            var moved =
                    changes.stream()
                            .map(change ->
                                    """
                                    {"id": "txn_%1$d", "object": "balance_transaction",
                                     "amount": %1$d, "currency": "%2$s", "fee": 1500}\
                                    """
                                            .formatted(change, currency))
                            .collect(Collectors.joining(","));
            return """
            {"id": "%s", "object": "dispute", "amount": 10000, "currency": "%s",
             "payment_intent": "%s", "reason": "fraudulent", "status": "%s",
             "balance_transactions": [%s], "metadata": {}}\
            """
                    .formatted(id, currency, intent, status, moved);
        }
    }

    final Map<String, Intent> intents = new LinkedHashMap<>();
    final Map<String, Intent> byKey = new LinkedHashMap<>();
    final Deque<Failure> failures = new ArrayDeque<>();
    final List<String> requests = new ArrayList<>();
    final List<String> transactions = new ArrayList<>();
    final Map<String, String> transfers = new LinkedHashMap<>();
    final Map<String, Failure> failuresAt = new LinkedHashMap<>();
    Map<String, String> lastForm = Map.of();
    String lastAccount = "";
    final Map<String, Refunded> refunds = new LinkedHashMap<>();
    final Map<String, Disputed> disputes = new LinkedHashMap<>();

    /** What happens between the request to cancel one and the cancellation. */
    Consumer<Intent> beforeCancelling = _ -> {};

    String payoutStatus = "pending";
    boolean accountIsVerified;
    String setupStatus = "requires_payment_method";
    int setups;
    long available;
    long pending;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final HttpServer server;

    StripeStub() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    synchronized void failOnce(int status, String body) {
        failures.add(new Failure(status, body, false));
    }

    /** The next request to this path, or of this method to this path. */
    synchronized void failAt(String path, int status, String body) {
        failuresAt.put(path, new Failure(status, body, false));
    }

    /** The request does its work, but its answer is lost. */
    synchronized void loseAnswerOnce() {
        failures.add(new Failure(0, "", true));
    }

    /** The next request of this kind does its work, but its answer is lost. */
    synchronized void loseAnswerTo(String request) {
        failuresAt.put(request, new Failure(0, "", true));
    }

    synchronized Intent only() {
        return intents.values().iterator().next();
    }

    synchronized Intent of(Object ourId) {
        return intents.values().stream()
                .filter(intent ->
                        ourId.toString().equals(intent.form.get("metadata[guildhall_id]")))
                .findFirst()
                .orElseThrow();
    }

    synchronized Refunded refundOf(Object ourId) {
        return refunds.values().stream()
                .filter(refund ->
                        ourId.toString().equals(refund.form.get("metadata[guildhall_id]")))
                .findFirst()
                .orElseThrow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        try (exchange) {
            var failure =
                    nextFailure(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
            if (failure != null && !failure.afterwards()) {
                answer(exchange, failure.status(), failure.body());
                return;
            }
            var answer = route(exchange, body);
            if (failure != null) {
                stopped.await(); // Until long after everybody has given up waiting.
            }
            answer(exchange, answer.status(), answer.body());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Failure nextFailure(String method, String path) {
        var here = failuresAt.remove(path);
        var precisely = failuresAt.remove(method + " " + path);
        if (precisely != null) {
            return precisely;
        }
        return here == null ? failures.poll() : here;
    }

    private synchronized Failure route(HttpExchange exchange, String body) {
        var method = exchange.getRequestMethod();
        var path = exchange.getRequestURI().getPath();
        requests.add(method + " " + path);
        if (path.equals("/v1/payment_intents")) {
            return create(exchange.getRequestHeaders().getFirst("Idempotency-Key"), form(body));
        }
        if (path.equals("/v1/payment_intents/search")) {
            var query = form(exchange.getRequestURI().getRawQuery()).getOrDefault("query", "");
            var found =
                    intents.values().stream()
                            .filter(i -> query.contains(i.form.get("metadata[guildhall_id]")))
                            .map(Intent::json)
                            .collect(Collectors.joining(","));
            return ok(
                    "{\"object\": \"search_result\", \"has_more\": false, \"data\": [%s]}"
                            .formatted(found));
        }
        if (path.startsWith("/v1/payment_intents/")) {
            var intent = requireNonNull(intents.get(path.split("/")[3]));
            return path.endsWith("/cancel") ? cancel(intent, form(body)) : ok(intent.json());
        }
        if (path.equals("/v1/refunds")) {
            return method.equals("POST")
                    ? refund(exchange.getRequestHeaders().getFirst("Idempotency-Key"), form(body))
                    : refundsOf(form(exchange.getRequestURI().getRawQuery()));
        }
        if (path.startsWith("/v1/refunds/")) {
            return ok(requireNonNull(refunds.get(path.split("/")[3])).json());
        }
        if (path.startsWith("/v1/disputes/")) {
            return ok(requireNonNull(disputes.get(path.split("/")[3])).json());
        }
        if (path.startsWith("/v1/transfers") || path.startsWith("/v1/payouts")) {
            return payOut(exchange, path, body);
        }
        if (path.startsWith("/v1/account")) {
            lastForm = body.isEmpty() ? Map.of() : form(body);
            return path.equals("/v1/account_links")
                    ? ok(
                            "{\"object\": \"account_link\","
                                    + " \"url\": \"https://connect.stripe.com/setup/e/acct_1\"}")
                    : ok(account());
        }
        if (path.equals("/v1/customers")) {
            return ok("{\"id\": \"cus_1\", \"object\": \"customer\"}");
        }
        if (path.equals("/v1/setup_intents")) {
            return ok(setup("seti_" + ++setups));
        }
        if (path.startsWith("/v1/setup_intents/")) {
            return ok(setup(path.split("/")[3]));
        }
        if (path.startsWith("/v1/payment_methods/")) {
            return ok("{\"id\": \"pm_1\", \"object\": \"payment_method\"}");
        }
        if (path.equals("/v1/balance")) {
            return ok(
                    """
                    {"object": "balance", "livemode": false,
                     "available": [{"amount": %d, "currency": "usd"}],
                     "pending": [{"amount": %d, "currency": "usd"}]}
                    """
                            .formatted(available, pending));
        }
        if (path.equals("/v1/balance_transactions")) {
            return page(form(exchange.getRequestURI().getRawQuery()));
        }
        return new Failure(404, "{\"error\": {\"type\": \"invalid_request_error\"}}", false);
    }

    private Failure payOut(HttpExchange exchange, String path, String body) {
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        lastForm = body.isEmpty() ? Map.of() : form(body);
        lastAccount = String.valueOf(exchange.getRequestHeaders().getFirst("Stripe-Account"));
        if (path.endsWith("/reversals")) {
            return ok("{\"id\": \"trr_1\", \"object\": \"transfer_reversal\"}");
        }
        if (path.startsWith("/v1/transfers")) {
            var id = transfers.computeIfAbsent(key, _ -> "tr_" + (transfers.size() + 1));
            return ok("{\"id\": \"%s\", \"object\": \"transfer\"}".formatted(id));
        }
        return ok(
                "{\"id\": \"po_1\", \"object\": \"payout\", \"status\": \"%s\"}"
                        .formatted(payoutStatus));
    }

    /** The same key gets the same answer. */
    private Failure refund(String key, Map<String, String> form) {
        for (var known : refunds.values()) {
            if (known.key.equals(key)) {
                return ok(known.json());
            }
        }
        var intent = intents.get(form.get("payment_intent"));
        var currency = intent == null ? "usd" : intent.form.getOrDefault("currency", "usd");
        var refund = new Refunded("re_" + (refunds.size() + 1), key, currency, form);
        refunds.put(refund.id, refund);
        return ok(refund.json());
    }

    private Failure refundsOf(Map<String, String> query) {
        var found =
                refunds.values().stream()
                        .filter(refund ->
                                Objects.equals(
                                        query.get("payment_intent"),
                                        refund.form.get("payment_intent")))
                        .map(Refunded::json)
                        .collect(Collectors.joining(","));
        return ok("{\"object\": \"list\", \"has_more\": false, \"data\": [%s]}".formatted(found));
    }

    private String account() {
        return """
        {"id": "acct_1", "object": "account", "details_submitted": %1$s, "payouts_enabled": %1$s,
         "requirements": {"disabled_reason": %2$s},
         "external_accounts": {"object": "list", "data": [%3$s]}}\
        """
                .formatted(
                        accountIsVerified,
                        accountIsVerified ? "null" : "\"requirements.past_due\"",
                        accountIsVerified
                                ? """
                                {"id": "ba_1", "object": "bank_account", "last4": "6789"}\
                                """
                                : "");
    }

    private String setup(String id) {
        return """
        {"id": "%s", "object": "setup_intent", "status": "%s", "client_secret": "%s_secret_x",
         "payment_method": {"id": "pm_1", "object": "payment_method", "type": "card",
          "card": {"brand": "visa", "last4": "4242", "exp_month": 12, "exp_year": 2030}}}\
        """
                .formatted(id, setupStatus, id);
    }

    private Failure create(String key, Map<String, String> form) {
        var known = byKey.get(key);
        if (known != null) {
            return known.form.equals(form)
                    ? ok(known.json())
                    : new Failure(400, "{\"error\": {\"type\": \"idempotency_error\"}}", false);
        }
        var intent = new Intent("pi_" + (intents.size() + 1), form);
        intents.put(intent.id, intent);
        byKey.put(key, intent);
        return ok(intent.json());
    }

    private Failure cancel(Intent intent, Map<String, String> form) {
        beforeCancelling.accept(intent);
        if (intent.status.equals("succeeded") || intent.status.equals("canceled")) {
            return new Failure(
                    400,
                    """
                    {"error": {"type": "invalid_request_error",
                     "code": "payment_intent_unexpected_state",
                     "message": "You cannot cancel this PaymentIntent"}}
                    """,
                    false);
        }
        intent.status = "canceled";
        intent.cancellation = form.getOrDefault("cancellation_reason", "");
        return ok(intent.json());
    }

    /** Two at a time, so that somebody has to ask again. */
    private Failure page(Map<String, String> query) {
        var after = query.get("starting_after");
        var start = 0;
        for (int i = 0; i < transactions.size(); i++) {
            if (after != null && transactions.get(i).contains("\"" + after + "\"")) {
                start = i + 1;
            }
        }
        var end = Math.min(start + 2, transactions.size());
        return ok(
                "{\"object\": \"list\", \"url\": \"/v1/balance_transactions\","
                        .concat(
                                " \"has_more\": %s, \"data\": [%s]}"
                                        .formatted(
                                                end < transactions.size(),
                                                String.join(
                                                        ",", transactions.subList(start, end)))));
    }

    private static Map<String, String> form(String text) {
        var form = new LinkedHashMap<String, String>();
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
        return form;
    }

    private static Failure ok(String body) {
        return new Failure(200, body, false);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Request-Id", "req_1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        stopped.countDown();
        server.stop(0);
    }
}

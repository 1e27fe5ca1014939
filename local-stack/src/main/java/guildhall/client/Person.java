package guildhall.client;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody with an account: calls the API as themselves, for as long as it takes. */
public final class Person {
    private static final Duration BEFORE_IT_EXPIRES = Duration.ofMinutes(2);

    private final Api api;
    private final String name;
    private final String email;
    private final String password;
    private @Nullable Session session;
    private @Nullable String userId;
    private @Nullable String party;

    private record Session(String token, String refreshToken, Instant renewAt) {
        static Session of(JsonNode answer) {
            var lifetime = Duration.ofSeconds(answer.path("expiresInSeconds").asLong());
            return new Session(
                    answer.path("accessToken").asString(),
                    answer.path("refreshToken").asString(),
                    Instant.now().plus(lifetime).minus(BEFORE_IT_EXPIRES));
        }
    }

    public Person(Api api, String name, String email, String password) {
        this.api = api;
        this.name = name;
        this.email = email;
        this.password = password;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    /** Valid for a while: whoever is about to lose it gets another one first. */
    public synchronized String token() {
        var current = requireNonNull(session, "not logged in");
        if (Instant.now().isBefore(current.renewAt())) {
            return current.token();
        }
        var renewed = renew(current);
        session = renewed;
        return renewed.token();
    }

    /** A refresh token whose successor got lost on the way ends the session: log in again then. */
    private Session renew(Session current) {
        var answer =
                api.send(
                        "POST",
                        "/v1/sessions/refresh",
                        null,
                        Map.of("refreshToken", current.refreshToken()),
                        Map.of());
        return answer.isSuccess() ? Session.of(answer.body()) : newSession();
    }

    private Session newSession() {
        return Session.of(
                api.post("/v1/sessions", null, Map.of("email", email, "password", password)));
    }

    public String userId() {
        return requireNonNull(userId, "not logged in");
    }

    /** {@code TALENT:<id>} or {@code BUSINESS:<id>}. */
    public String party() {
        return requireNonNull(party, "acts for nobody");
    }

    public void register(String role) {
        api.post(
                "/v1/users",
                null,
                Map.of("email", email, "password", password, "displayName", name, "role", role));
    }

    public void verify(String code) {
        api.post("/v1/email-verifications", null, Map.of("token", code));
    }

    public void logIn() {
        start(newSession());
        var me = get("/v1/me");
        userId = me.path("id").asString();
        var acting = me.path("actingParty");
        if (acting.isObject()) {
            party = acting.path("type").asString() + ":" + acting.path("id").asString();
        }
    }

    private synchronized void start(Session started) {
        session = started;
    }

    public JsonNode get(String path) {
        return api.get(path, token());
    }

    public JsonNode post(String path, Object body) {
        return api.post(path, token(), body);
    }

    public JsonNode post(String path) {
        return post(path, Map.of());
    }

    public JsonNode put(String path, Object body) {
        return api.put(path, token(), body);
    }

    /** For what may be refused. */
    public Api.Answer ask(String path, Object body) {
        return api.send("POST", path, token(), body, Map.of());
    }

    public Api.File download(String path) {
        return api.download(path, token());
    }

    /** Earned or paid in, whether or not it can be spent yet. */
    public long wealth() {
        var wallet = get("/v1/wallets/USD");
        return wallet.path("available").path("amount").asLong()
                + wallet.path("pending").path("amount").asLong();
    }

    /** What is in the wallet: {@code available}, {@code pending} or {@code escrowed}. */
    public long wallet(String part) {
        return get("/v1/wallets/USD").path(part).path("amount").asLong();
    }
}

package guildhall.client;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody with an account: calls the API as themselves. */
public final class Person {
    private final Api api;
    private final String name;
    private final String email;
    private final String password;
    private @Nullable String token;
    private @Nullable String userId;
    private @Nullable String party;

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

    public String token() {
        return requireNonNull(token, "not logged in");
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
        var session = api.post("/v1/sessions", null, Map.of("email", email, "password", password));
        token = session.path("accessToken").asString();
        var me = get("/v1/me");
        userId = me.path("id").asString();
        var acting = me.path("actingParty");
        if (acting.isObject()) {
            party = acting.path("type").asString() + ":" + acting.path("id").asString();
        }
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

package guildhall.identity;

import static java.util.Objects.requireNonNull;

import guildhall.messages.notification.NotificationCommands.SendMailV1;
import guildhall.testkit.KafkaProbe;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Lazy;

/** People who do what people do here, over HTTP and by reading their mail. */
@Lazy
public class People {
    public static final String PASSWORD = "seven quiet otters";

    private final Api api;
    private final KafkaProbe probe;

    People(@LocalServerPort int port, KafkaProbe probe) {
        this.api = Api.at(port);
        this.probe = probe;
    }

    public Api api() {
        return api;
    }

    public static String newAddress() {
        return "p" + UUID.randomUUID() + "@example.com";
    }

    /** Registers, verifies and returns the address. */
    public String someone(String role) {
        var email = newAddress();
        register(email, role);
        verify(email);
        return email;
    }

    public Api.Answer register(String email, String role) {
        return api.post(
                "/v1/users",
                "{'email':'%s','password':'%s','displayName':'Ada Byron','role':'%s'}"
                        .formatted(email, PASSWORD, role));
    }

    public void verify(String email) {
        var answer = verifyWith(mailedToken(email, "VERIFY_EMAIL"));
        if (answer.status() != 204) {
            throw new AssertionError(answer.response().body());
        }
    }

    public Api.Answer verifyWith(String token) {
        return api.post("/v1/email-verifications", "{'token':'%s'}".formatted(token));
    }

    public String mailedToken(String email, String template) {
        return token(mail(email, template));
    }

    public static String token(SendMailV1 mail) {
        return requireNonNull(mail.variables().get("token"));
    }

    public SendMailV1 mail(String email, String template) {
        return probe.await(
                SendMailV1.class, m -> m.to().equals(email) && m.template().equals(template));
    }

    public Api.Answer signIn(String email) {
        return signIn(email, PASSWORD);
    }

    public Api.Answer signIn(String email, String password) {
        return api.post(
                "/v1/sessions", "{'email':'%s','password':'%s'}".formatted(email, password));
    }

    public Api.Answer refresh(String refreshToken) {
        return api.post("/v1/sessions/refresh", "{'refreshToken':'%s'}".formatted(refreshToken));
    }

    /** Both answers, of requests that are on their way together. */
    public static List<Api.Answer> atOnce(Supplier<Api.Answer> one, Supplier<Api.Answer> other) {
        var first = CompletableFuture.supplyAsync(one);
        var second = CompletableFuture.supplyAsync(other);
        return List.of(first.join(), second.join());
    }
}

package guildhall.notification.inbox.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.NotificationId;
import guildhall.messages.id.UserId;
import guildhall.notification.inbox.Notification;
import guildhall.notification.inbox.Notifications;
import guildhall.runtime.list.Place;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(controllers = NotificationController.class, properties = "LOG_FORMAT=")
@Import(NotificationControllerTest.NoNotifications.class)
class NotificationControllerTest {
    static final TestCaller CALLER = TestCaller.client();

    @Autowired MockMvcTester http;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("JWKS_URI", TestTokens::jwksUri);
    }

    @Test
    void hidesNotificationsOfOthers() {
        var answer = post("/v1/notifications/" + new UUID(0, 1) + "/read");

        isProblem(answer, 404, "notification/unknown-notification");
    }

    @ParameterizedTest
    @CsvSource({
        "?unread=maybe, unread",
        "?limit=0, limit",
        "?limit=101, limit",
        "?after=yesterday, after",
        "?after=123.not-an-id, after"
    })
    void namesTheParameterThatIsWrong(String query, String parameter) {
        var answer =
                http.get()
                        .uri("/v1/notifications" + query)
                        .header("Authorization", CALLER.bearer())
                        .exchange();

        isProblem(answer, 400, "request/invalid");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo(parameter);
    }

    @Test
    void wantsAnId() {
        var answer = post("/v1/notifications/first/read");

        isProblem(answer, 400, "request/invalid");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo("id");
    }

    private MvcTestResult post(String path) {
        return http.post().uri(path).header("Authorization", CALLER.bearer()).exchange();
    }

    private static void isProblem(MvcTestResult response, int status, String code) {
        assertThat(response).hasStatus(status).hasContentType("application/problem+json");
        assertThat(response)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/" + code);
    }

    /** Nobody was told anything. */
    static class NoNotifications implements Notifications {
        @Override
        public List<Notification> of(UserId user, boolean unreadOnly, Place before, int rows) {
            return List.of();
        }

        @Override
        public List<Notification> since(
                UserId user, NotificationId last, Duration overlap, int rows) {
            return List.of();
        }

        @Override
        public long unread(UserId user) {
            return 0;
        }

        @Override
        public boolean read(UserId user, NotificationId id, Instant at) {
            return false;
        }

        @Override
        public void readAll(UserId user, Instant at) {
            // There is nothing to read.
        }
    }
}

package guildhall.notification;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.MONGO;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.messages.notification.NotificationEvents.NotificationDeliveredV1;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import guildhall.testkit.openapi.OpenApiProbe;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Without Redis on purpose: it is missed by live events only. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({KAFKA, MONGO})
class BadInputIT {
    @LocalServerPort int port;
    @Autowired KafkaProbe probe;

    @Test
    void namesWhatIsWrongAndNeverBreaks() {
        var reader = TestCaller.client();
        probe.publish(NotificationApi.payment(reader, 30_00));
        var delivered =
                probe.await(
                        NotificationDeliveredV1.class,
                        event -> event.userId().equals(reader.user()));

        OpenApiProbe.at("http://localhost:" + port)
                .foreign("/v1/notifications/{id}", delivered.notificationId())
                .run()
                .assertClean();
    }
}

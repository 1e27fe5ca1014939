package guildhall.notification;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.MONGO;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.testkit.WithInfrastructure;
import guildhall.testkit.openapi.OpenApiProbe;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Without Redis on purpose: it is missed by live events only. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({KAFKA, MONGO})
class BadInputIT {
    @LocalServerPort int port;

    @Test
    void namesWhatIsWrongAndNeverBreaks() {
        OpenApiProbe.at("http://localhost:" + port).run().assertClean();
    }
}

package guildhall.review;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import guildhall.testkit.openapi.OpenApiProbe;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
class BadInputIT {
    @LocalServerPort int port;

    @Test
    void namesWhatIsWrongAndNeverBreaks() {
        OpenApiProbe.at("http://localhost:" + port)
                .as(TestCaller.client())
                .open(
                        "GET /v1/reviews",
                        "GET /v1/reviews/{id}",
                        "GET /v1/reputations/{partyType}/{partyId}")
                .run()
                .assertClean();
    }
}

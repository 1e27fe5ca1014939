package guildhall.contract;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import guildhall.testkit.openapi.Kind;
import guildhall.testkit.openapi.OpenApiProbe;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
class BadInputIT {
    @LocalServerPort int port;
    @Autowired KafkaProbe probe;

    @Test
    void namesWhatIsWrongAndNeverBreaks() {
        var order = new Deal(probe).start();

        OpenApiProbe.at("http://localhost:" + port)
                .as(TestCaller.client())
                .as("POST /v1/milestones/{id}/submissions", TestCaller.talent())
                .as("POST /v1/milestones/{id}/start", TestCaller.talent())
                .as("GET /v1/contracts/team-offers", TestCaller.talent())
                .only("GET /v1/contracts/team-offers", Kind.TALENT)
                .only("GET /v1/contracts", Kind.CLIENT, Kind.TALENT)
                .foreign("/v1/contracts/{id}", order.contractId())
                .foreign("/v1/milestones/{id}", order.milestoneId())
                .run()
                .assertClean();
    }
}

package guildhall.review;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.messages.id.ContractId;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import guildhall.testkit.openapi.Kind;
import guildhall.testkit.openapi.OpenApiProbe;
import java.util.UUID;
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
        var api = new ReviewApi(port, probe);
        var contract = new ContractId(UUID.randomUUID());
        var author = TestCaller.client();
        api.complete(contract, author, TestCaller.talent());
        var sealed = api.review(author, contract, 5, "Lovely logo.").id();

        OpenApiProbe.at("http://localhost:" + port)
                .as(TestCaller.client())
                .open(
                        "GET /v1/reviews",
                        "GET /v1/reviews/{id}",
                        "GET /v1/reputations/{partyType}/{partyId}")
                .only("/v1/review", Kind.CLIENT, Kind.TALENT)
                .foreign("/v1/reviews/{id}", sealed)
                .run()
                .assertClean();
    }
}

package guildhall.job;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import guildhall.testkit.openapi.Kind;
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
        var api = new JobApi(port);
        var owner = TestCaller.client();
        var draft = api.draft(owner, "A logo", "For paper bags.").id();
        var proposal = api.propose(TestCaller.talent(), api.openJob(owner, "A sign"), 30_000).id();

        OpenApiProbe.at("http://localhost:" + port)
                .as(TestCaller.client())
                .as("POST /v1/jobs/{id}/proposals", TestCaller.talent())
                .as("GET /v1/proposals", TestCaller.talent())
                .as("PATCH /v1/proposals", TestCaller.talent())
                .open("GET /v1/jobs", "GET /v1/jobs/{id}")
                .only("/v1/jobs", Kind.CLIENT)
                .only("GET /v1/jobs/{id}/proposals", Kind.CLIENT, Kind.TALENT)
                .only("POST /v1/jobs/{id}/proposals", Kind.TALENT)
                .only("GET /v1/proposals", Kind.TALENT)
                .only("/v1/proposals/{id}", Kind.CLIENT, Kind.TALENT)
                .foreign("/v1/jobs/{id}", draft)
                .foreign("/v1/proposals/{id}", proposal)
                .run()
                .assertClean();
    }
}

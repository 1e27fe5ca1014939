package guildhall.job.posting.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.job.JobApi;
import guildhall.messages.job.JobEvents.JobClosedV1;
import guildhall.messages.job.JobEvents.JobPublishedV1;
import guildhall.messages.open.PublicJobs.PublicJobClosedV1;
import guildhall.messages.open.PublicJobs.PublicJobPublishedV1;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestClock;
import guildhall.testkit.WithInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestClock.class)
class PostingIT {
    @LocalServerPort int port;
    @Autowired KafkaProbe probe;
    @Autowired TestClock clock;
    @Autowired JobExpiry expiry;

    final TestCaller client = TestCaller.client();
    final TestCaller talent = TestCaller.talent();
    JobApi api;

    @BeforeEach
    void open() {
        api = new JobApi(port);
    }

    @Test
    void showsADraftToItsOwnerOnly() {
        var draft = api.draft(client, "Logo", "For a bakery");

        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.text("status")).isEqualTo("DRAFT");
        assertThat(api.get("/v1/jobs/" + draft.id(), client).status()).isEqualTo(200);
        assertThat(api.get("/v1/jobs/" + draft.id(), talent).problem())
                .isEqualTo("job/unknown-job");
        assertThat(api.get("/v1/jobs/" + draft.id(), null).status()).isEqualTo(404);
    }

    @Test
    void storesTextWithoutMarkupAndWordsInLowerCase() {
        var draft = api.draft(client, "Logo <b>now</b>", "<script>alert(1)</script>For a bakery");

        assertThat(draft.text("title")).isEqualTo("Logo now");
        assertThat(draft.text("description")).isEqualTo("For a bakery");
        assertThat(draft.text("category")).isEqualTo("design");
        assertThat(draft.body().path("skills").toString())
                .isEqualTo("[\"illustration\",\"branding\"]");
    }

    @Test
    void tellsTheWorldOfAPublicationAndOfTheEnd() {
        var id = api.openJob(client, "Signet for a florist");

        var published = probe.await(JobPublishedV1.class, m -> m.jobId().toString().equals(id));
        probe.await(PublicJobPublishedV1.class, m -> m.jobId().toString().equals(id));
        api.post("/v1/jobs/" + id + "/closure", client);

        assertThat(published.client()).isEqualTo(client.side());
        probe.await(JobClosedV1.class, m -> m.jobId().toString().equals(id));
        probe.await(PublicJobClosedV1.class, m -> m.jobId().toString().equals(id));
    }

    @Test
    void isFoundWhileItIsOpenAndNotAfterwards() {
        var id = api.openJob(client, "Zeppelin engraving");

        assertThat(found("q=engravings")).containsExactly(id);
        assertThat(found("q=zeppelin&category=DESIGN&skill=illustration&skill=Branding"))
                .containsExactly(id);
        assertThat(found("q=zeppelin&budgetMin=60001&currency=USD")).isEmpty();
        assertThat(found("q=zeppelin&budgetMin=50000&currency=USD")).containsExactly(id);
        assertThat(found("q=zeppelin&kind=HOURLY")).isEmpty();
        assertThat(found("q=zeppelin -engraving")).isEmpty();

        api.post("/v1/jobs/" + id + "/closure", client);

        assertThat(found("q=zeppelin")).isEmpty();
    }

    @Test
    void pagesThroughEqualRanksWithoutLossOrRepetition() {
        var all = new ArrayList<String>();
        for (var i = 0; i < 7; i++) {
            all.add(api.openJob(client, "Quokka portrait"));
        }
        all.add(api.openJob(client, "Quokka and quokka and quokka"));

        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = api.get("/v1/jobs?q=quokka&limit=3" + next, null).body();
            page.path("items").forEach(hit -> seen.add(hit.path("id").asString()));
            next = page.hasNonNull("next") ? "&after=" + page.path("next").asString() : "";
        } while (!next.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().hasSameElementsAs(all);
        assertThat(new HashSet<>(seen)).hasSize(8);
    }

    @Test
    void editsOnlyWhatTheClientHasSeen() {
        var draft = api.draft(client, "Logo", "For a bakery");
        var path = "/v1/jobs/" + draft.id();
        var ifMatch = Map.of("If-Match", String.valueOf(draft.etag()));

        var edited = api.send("PATCH", path, client, "{\"title\": \"Signet\"}", ifMatch);
        var stale = api.send("PATCH", path, client, "{\"title\": \"Late\"}", ifMatch);
        var blind = api.send("PATCH", path, client, "{\"title\": \"Blind\"}", Map.of());
        var foreign = api.send("PATCH", path, TestCaller.client(), "{\"title\": \"X\"}", ifMatch);

        assertThat(edited.text("title")).isEqualTo("Signet");
        assertThat(edited.text("description")).isEqualTo("For a bakery");
        assertThat(edited.etag()).isNotEqualTo(draft.etag());
        assertThat(List.of(stale.status(), blind.status(), foreign.status()))
                .containsExactly(412, 428, 404);
    }

    @Test
    void draftsOnceForOneIdempotencyKey() {
        var key = JobApi.key();
        var body =
                """
                {"title": "Logo", "description": "Once", "category": "design", "kind": "HOURLY",
                 "budget": {"min": {"amount": 1, "currency": "EUR"},
                            "max": {"amount": 2, "currency": "EUR"}}}\
                """;

        var first = api.send("POST", "/v1/jobs", client, body, key);
        var again = api.send("POST", "/v1/jobs", client, body, key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(api.get("/v1/jobs/mine", client).body().path("items")).hasSize(1);
    }

    @Test
    void refusesToPublishBeforeTheEmailIsVerified() {
        var draft = api.draft(client, "Logo", "For a bakery");

        var refused =
                api.post("/v1/jobs/" + draft.id() + "/publication", client.withUnverifiedEmail());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("job/email-not-verified");
    }

    @Test
    void expiresAfterThirtyDaysAndIsRenewed() {
        var id = api.openJob(client, "Xylophone restoration");

        after(Duration.ofDays(30), () -> expiry.fire(id));

        assertThat(api.jobStatus(id, client)).isEqualTo("EXPIRED");
        assertThat(found("q=xylophone")).isEmpty();

        api.post("/v1/jobs/" + id + "/reopening", client);

        assertThat(found("q=xylophone")).containsExactly(id);
    }

    /** Tokens are of today, so the clock goes back afterwards. */
    private void after(Duration time, Runnable wakeUp) {
        var today = clock.instant();
        clock.advance(time);
        wakeUp.run();
        clock.set(today);
    }

    private List<String> found(String query) {
        var hits = new ArrayList<String>();
        api.get("/v1/jobs?" + query.replace(" ", "%20"), null)
                .body()
                .path("items")
                .forEach(hit -> hits.add(hit.path("id").asString()));
        return hits;
    }
}

package guildhall.identity.me;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.identity.Api;
import guildhall.identity.People;
import guildhall.identity.WholeService;
import guildhall.messages.identity.ProfileEvents.OrganisationCreatedV1;
import guildhall.messages.identity.ProfileEvents.TalentProfileUpdatedV1;
import guildhall.testkit.KafkaProbe;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;

/** A user's own view, and the profiles in it. */
@WholeService
class MeIT {
    @Autowired People people;
    @Autowired KafkaProbe probe;
    @Autowired MongoTemplate mongo;

    @Test
    void showsWhoTheCallerIsAndForWhomTheyMayAct() {
        var email = people.someone("CLIENT");

        var me = signedIn(email).get("/v1/me");

        assertThat(me.text("email")).isEqualTo(email);
        assertThat(me.text("displayName")).isEqualTo("Ada Byron");
        assertThat(me.body().path("roles").toString()).isEqualTo("[\"CLIENT\"]");
        assertThat(me.body().path("parties").size()).isEqualTo(1);
        assertThat(me.body().path("actingParty").path("id"))
                .isEqualTo(me.body().path("parties").path(0).path("id"));
    }

    @Test
    void changesHowToBeAddressedOnlyForWhoHasSeenTheLatest() {
        var api = signedIn(people.someone("CLIENT"));
        var seen = api.get("/v1/me").header("ETag");
        var change = "{'displayName':'<b>Ada</b> Lovelace','timeZone':'Europe/London'}";

        var changed = api.with("If-Match", seen).patch("/v1/me", change);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("displayName")).isEqualTo("Ada Lovelace");
        assertThat(api.with("If-Match", seen).patch("/v1/me", change).status()).isEqualTo(412);
        assertThat(api.patch("/v1/me", change).status()).isEqualTo(428);
        assertThat(api.with("If-Match", "*").patch("/v1/me", "{'timeZone':'Mars/Olympus'}"))
                .extracting(Api.Answer::status)
                .isEqualTo(400);
    }

    @Test
    void becomesATalentBesidesAClientAndActsAsEither() {
        var email = people.someone("CLIENT");
        var grant = people.signIn(email);
        var api = people.api().as(grant.text("accessToken"));

        var profile = api.post("/v1/talents", "{'displayName':'Ada the Talent'}");
        var again = api.post("/v1/talents", "{'displayName':'Ada once more'}");
        var acting =
                api.put(
                        "/v1/me/acting-party",
                        "{'type':'TALENT','id':'%s'}".formatted(profile.text("id")));

        assertThat(profile.status()).isEqualTo(201);
        assertThat(again.text("id")).isEqualTo(profile.text("id"));
        assertThat(acting.status()).isEqualTo(200);
        var me = people.api().as(acting.text("accessToken")).get("/v1/me").body();
        assertThat(me.path("actingParty").path("type").asString()).isEqualTo("TALENT");
        assertThat(me.path("roles").toString()).isEqualTo("[\"CLIENT\",\"TALENT\"]");
        var refreshed = people.refresh(grant.text("refreshToken"));
        var later = people.api().as(refreshed.text("accessToken")).get("/v1/me").body();
        assertThat(later.path("actingParty").path("type").asString()).isEqualTo("TALENT");
    }

    @Test
    void actsForNobodyElsesParty() {
        var mine = signedIn(people.someone("CLIENT"));
        var theirs = party(signedIn(people.someone("CLIENT")));

        var answer =
                mine.put(
                        "/v1/me/acting-party",
                        "{'type':'BUSINESS','id':'%s'}".formatted(theirs.path("id").asString()));

        assertThat(answer.problem()).isEqualTo("identity/unknown-party");
    }

    @Test
    void actsForNobodyInASessionThatIsOver() {
        var api = signedIn(people.someone("CLIENT"));
        var party = party(api).path("id").asString();
        api.delete("/v1/sessions/current");

        var answer =
                api.put("/v1/me/acting-party", "{'type':'BUSINESS','id':'%s'}".formatted(party));

        assertThat(answer.problem()).isEqualTo("identity/session-over");
    }

    @Test
    void opensBusinessesOfTheSameNameUnderDifferentSlugs() {
        var api = signedIn(people.someone("CLIENT"));
        var keyed = api.with("Idempotency-Key", "a second business");

        var first = keyed.post("/v1/businesses", "{'name':'Müller & Sohn'}");
        mongo.remove(new Query(), "idempotency_keys"); // As if it had never been stored.
        var retried = keyed.post("/v1/businesses", "{'name':'Müller & Sohn'}");
        var second = api.post("/v1/businesses", "{'name':'Müller & Sohn'}");

        assertThat(first.text("slug")).isEqualTo("muller-sohn");
        assertThat(retried.status()).isEqualTo(first.status());
        assertThat(retried.body()).isEqualTo(first.body());
        assertThat(second.text("slug")).matches("muller-sohn-[0-9a-f]{4}");
        probe.await(
                OrganisationCreatedV1.class,
                m -> m.party().id().toString().equals(second.text("id")));
        var page = api.get("/v1/businesses?limit=2").body();
        assertThat(page.path("items").size()).isEqualTo(2);
        var rest = api.get("/v1/businesses?limit=2&after=" + page.path("next").asString());
        assertThat(rest.body().path("items").size()).isEqualTo(1);
        assertThat(rest.text("next")).isEmpty();
    }

    @Test
    void opensOnlySoManyBusinessesForOnePerson() {
        var api = signedIn(people.someone("CLIENT")); // And has one from the beginning.
        var last = api.with("Idempotency-Key", "the last one");
        for (int opened = 1; opened < 49; opened++) {
            assertThat(api.post("/v1/businesses", "{'name':'Branch'}").status()).isEqualTo(201);
        }
        assertThat(last.post("/v1/businesses", "{'name':'Branch'}").status()).isEqualTo(201);

        var refused = api.post("/v1/businesses", "{'name':'Branch'}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).endsWith("identity/too-many-businesses");
        assertThat(last.post("/v1/businesses", "{'name':'Branch'}").status()).isEqualTo(201);
    }

    @Test
    void showsStrangersOnlyWhatIsMadeForThem() {
        var api = signedIn(people.someone("CLIENT"));
        var path = "/v1/businesses/" + party(api).path("id").asString();
        var change = "{'legalName':'Byron Ltd','billingEmail':'books@byron.example'}";

        var changed = api.with("If-Match", api.get(path).header("ETag")).patch(path, change);

        assertThat(changed.text("legalName")).isEqualTo("Byron Ltd");
        assertThat(api.get(path).text("billingEmail")).isEqualTo("books@byron.example");
        var strangers = people.api().get(path);
        assertThat(strangers.status()).isEqualTo(200);
        assertThat(strangers.body().propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "slug", "name", "about", "website", "country", "createdAt");
    }

    @Test
    void changesATalentProfileAndTellsTheOtherServices() {
        var api = signedIn(people.someone("TALENT"));
        var id = party(api).path("id").asString();
        var path = "/v1/talents/" + id;
        var seen = people.api().get(path).header("ETag");
        var change =
                "{'headline':'Compilers','skills':['cobol','cobol',' compilers '],"
                        + "'hourlyRate':{'amount':9500,'currency':'USD'}}";

        var changed = api.with("If-Match", seen).patch(path, change);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("skills").toString()).isEqualTo("[\"cobol\",\"compilers\"]");
        assertThat(changed.body().path("hourlyRate").path("amount").asLong()).isEqualTo(9_500);
        assertThat(api.with("If-Match", seen).patch(path, change).status()).isEqualTo(412);
        var event =
                probe.await(
                        TalentProfileUpdatedV1.class, m -> m.party().id().toString().equals(id));
        assertThat(event.headline()).isEqualTo("Compilers");
        assertThat(event.skills()).containsExactly("cobol", "compilers");
    }

    @Test
    void changesNobodyElsesProfile() {
        var id = party(signedIn(people.someone("TALENT"))).path("id").asString();
        var stranger = signedIn(people.someone("TALENT")).with("If-Match", "*");

        var answer = stranger.patch("/v1/talents/" + id, "{'headline':'Mine now'}");

        assertThat(answer.problem()).isEqualTo("identity/unknown-talent");
    }

    private Api signedIn(String email) {
        return people.api().as(people.signIn(email).text("accessToken"));
    }

    private static JsonNode party(Api api) {
        return api.get("/v1/me").body().path("parties").path(0);
    }
}

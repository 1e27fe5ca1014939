package guildhall.identity.verification.adapter;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.identity.Api;
import guildhall.identity.People;
import guildhall.identity.WholeService;
import guildhall.messages.id.UserId;
import guildhall.messages.id.VerificationId;
import guildhall.messages.identity.VerificationEvents.VerificationDecidedV1;
import guildhall.messages.identity.VerificationEvents.VerificationExpiredV1;
import guildhall.messages.identity.VerificationEvents.VerificationSubmittedV1;
import guildhall.messages.party.VerificationTier;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

@WholeService
class VerificationIT {
    private static final String WHY = "{'reason':'Compared with the register'}";
    private static final String PHONE_AND_PASSPORT =
            """
            {'checks':[{'check':'PHONE','seen':'Answered'},
            {'check':'IDENTITY_DOCUMENT','seen':'Photo and name'}],'reason':'In order'}
            """;

    @Autowired People people;
    @Autowired KafkaProbe probe;
    @Autowired TestClock clock;
    @Autowired MongoTemplate mongo;
    @Autowired VerificationExpiry expiry;

    @Test
    void verifiesATalentAndHidesTheNumberFromEverybodyButTheReviewer() {
        var number = number();
        var talent = someone("TALENT");
        var reviewer = reviewer();

        var handedIn = talent.post("/v1/verifications", passport(number));
        var id = idOf(talent);
        var path = "/v1/verifications/" + id;
        assertThat(inQueue(reviewer, id)).isTrue();
        var early = reviewer.post(path + "/disclosure", WHY);
        reviewer.post(path + "/review", "");
        var disclosed = reviewer.post(path + "/disclosure", WHY);
        var approved = reviewer.post(path + "/approval", PHONE_AND_PASSPORT);
        var again = reviewer.post(path + "/approval", PHONE_AND_PASSPORT);

        assertThat(handedIn.status()).isEqualTo(201);
        assertThat(handedIn.header("Location")).isEqualTo("/v1/me/verification");
        assertThat(early.problem()).isEqualTo("identity/not-the-reviewer");
        assertThat(disclosed.body().at("/documents/0/number").asString()).isEqualTo(number);
        assertThat(disclosed.header("Cache-Control")).contains("no-store");
        assertThat(approved.text("state")).isEqualTo("VERIFIED");
        assertThat(again.status()).isEqualTo(200);
        var own = talent.get("/v1/me/verification");
        assertThat(own.text("tier")).isEqualTo("STANDARD");
        assertThat(own.body().path("passed").toString())
                .isEqualTo("[\"EMAIL\",\"PHONE\",\"IDENTITY_DOCUMENT\"]");
        assertThat(own.body().at("/documents/0/numberEnding").asString())
                .isEqualTo(number.substring(number.length() - 4));
        assertThat(inQueue(reviewer, id)).isFalse();
        var decided = decided(id);
        assertThat(decided)
                .isEqualTo(
                        new VerificationDecidedV1(
                                id,
                                decided.subject(),
                                UserId.of(talent.get("/v1/me").text("id")),
                                3,
                                "VERIFIED",
                                VerificationTier.STANDARD,
                                Instant.parse(own.text("expiresAt")),
                                null,
                                decided.decidedAt()));
        assertThat(audited(id)).containsExactly("verification.approve", "verification.disclose");
        assertThat(stored(id)).doesNotContain(number);
        assertThat(handedIn.response().body() + own.response().body() + approved.response().body())
                .doesNotContain(number);
    }

    @Test
    void handsInOnceHoweverOftenItIsAsked() {
        var talent = someone("TALENT");
        var once = talent.with("Idempotency-Key", UUID.randomUUID().toString());
        var body = passport(number());

        var first = once.post("/v1/verifications", body);
        var second = once.post("/v1/verifications", body);
        var other = talent.post("/v1/verifications", body);

        assertThat(List.of(first.status(), second.status())).containsExactly(201, 201);
        assertThat(other.problem()).isEqualTo("identity/verification-awaits-review");
        var id = idOf(talent);
        assertThat(
                        probe.await(
                                        VerificationSubmittedV1.class,
                                        m -> m.verificationId().equals(id))
                                .revision())
                .isEqualTo(1);
    }

    @Test
    void namesTheFieldsOfDocumentsThatProveNothing() {
        var talent = someone("TALENT");
        var today = today();
        var bad =
                "{'documents':[%s,%s]}"
                        .formatted(
                                document("PASSPORT", number(), today, today.plusYears(5)),
                                document(
                                        "DRIVING_LICENCE",
                                        number(),
                                        today.minusYears(6),
                                        today.minusDays(1)));

        var answer = talent.post("/v1/verifications", bad);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("identity/unfit-documents");
        assertThat(
                        answer.body()
                                .path("errors")
                                .valueStream()
                                .map(e -> e.path("pointer").asString()))
                .containsExactly("/documents/1/issuedOn", "/documents/1/expiresOn");
        assertThat(talent.get("/v1/me/verification").text("state")).isEqualTo("NOT_STARTED");
    }

    @Test
    void marksAPaperThatTwoPersonsShowAndProvesNeitherByIt() {
        var number = number();
        var reviewer = reviewer();
        var ada = someone("TALENT");
        var eve = someone("TALENT");
        ada.post("/v1/verifications", passport(number));
        eve.post("/v1/verifications", passport(spaced(number)));
        var adas = "/v1/verifications/" + idOf(ada);
        var eves = "/v1/verifications/" + idOf(eve);

        var taken = reviewer.post(eves + "/review", "");
        var approved = reviewer.post(eves + "/approval", PHONE_AND_PASSPORT);
        reviewer.post(eves + "/rejection", "{'because':'DUPLICATE','reason':'Of Ada'}");
        reviewer.post(adas + "/review", "");
        var own = reviewer.post(adas + "/approval", PHONE_AND_PASSPORT);

        assertThat(taken.body().at("/documents/0/isDuplicate").asBoolean()).isTrue();
        assertThat(approved.problem()).isEqualTo("identity/duplicate-document");
        assertThat(own.text("state")).isEqualTo("VERIFIED");
        assertThat(audited(idOf(eve))).containsExactly("verification.reject");
        var refused = eve.get("/v1/me/verification").body();
        assertThat(refused.at("/refusal/note").asString()).isEqualTo("Of Ada");
        assertThat(refused.path("triesLeft").asInt()).isEqualTo(2);
        assertThat(decided(idOf(eve)))
                .extracting(VerificationDecidedV1::outcome, VerificationDecidedV1::reason)
                .containsExactly("REJECTED", "DUPLICATE");
    }

    @Test
    void holdsEveryPaperThatSomebodyWasIdentifiedBy() {
        var passport = document("PASSPORT", number(), today(), today().plusYears(9));
        var licence = document("DRIVING_LICENCE", number(), today(), today().plusYears(4));
        var reviewer = reviewer();
        var ada = someone("TALENT");
        ada.post("/v1/verifications", "{'documents':[%s,%s]}".formatted(passport, licence));
        reviewer.post("/v1/verifications/" + idOf(ada) + "/review", "");
        reviewer.post("/v1/verifications/" + idOf(ada) + "/approval", PHONE_AND_PASSPORT);

        for (var paper : List.of(passport, licence)) {
            var eve = someone("TALENT");
            eve.post("/v1/verifications", "{'documents':[%s]}".formatted(paper));
            var eves = reviewer.get("/v1/verifications/" + idOf(eve));
            assertThat(eves.body().at("/documents/0/isDuplicate").asBoolean()).isTrue();
        }
    }

    /** A reviewer who asks for both at once may be approving before it is taken, or after. */
    @Test
    void approvesNothingWithoutAnAuditHoweverItRaces() {
        var talent = someone("TALENT");
        var reviewer = reviewer();
        talent.post("/v1/verifications", passport(number()));
        var id = idOf(talent);
        var path = "/v1/verifications/" + id;
        var approved = 0;

        for (var round = 0; round < 40; round++) {
            var taken = CompletableFuture.runAsync(() -> reviewer.post(path + "/review", ""));
            var answer = reviewer.post(path + "/approval", PHONE_AND_PASSPORT);
            taken.join();
            if (answer.status() == 200) {
                approved++;
                talent.post("/v1/verifications", passport(number()));
            }
        }

        assertThat(audited(id).stream().filter("verification.approve"::equals).count())
                .isGreaterThanOrEqualTo(approved);
    }

    /** Several instances look at the same time; each document is changed once. */
    @Test
    void letsATierFallOnceWhenItsDocumentEnds() {
        var email = people.someone("TALENT");
        var talent = signedIn(email);
        var reviewer = reviewer();
        var ends = today().plusDays(30);
        talent.post(
                "/v1/verifications",
                "{'documents':[%s]}"
                        .formatted(document("PASSPORT", number(), today().minusYears(1), ends)));
        var id = idOf(talent);
        reviewer.post("/v1/verifications/" + id + "/review", "");
        reviewer.post("/v1/verifications/" + id + "/approval", PHONE_AND_PASSPORT);

        expiry.round();
        var before = talent.get("/v1/me/verification").text("tier");
        clock.advance(Duration.ofDays(31));
        var rounds = new ArrayList<CompletableFuture<Void>>();
        for (var instance = 0; instance < 8; instance++) {
            rounds.add(CompletableFuture.runAsync(expiry::round));
        }
        rounds.forEach(CompletableFuture::join);

        assertThat(before).isEqualTo("STANDARD");
        var own = signedIn(email).get("/v1/me/verification");
        assertThat(own.text("state")).isEqualTo("EXPIRED");
        assertThat(own.text("tier")).isEqualTo("BASIC");
        assertThat(own.body().has("expiresAt")).isFalse();
        var expired = probe.await(VerificationExpiredV1.class, m -> m.verificationId().equals(id));
        assertThat(expired.tier()).isEqualTo(VerificationTier.BASIC);
        assertThat(
                        probe.all(VerificationExpiredV1.class).stream()
                                .filter(m -> m.verificationId().equals(id)))
                .hasSize(1);
    }

    @Test
    void letsStaffAloneReopenAfterThreeRefusals() {
        var talent = someone("TALENT");
        var reviewer = reviewer();
        for (var tried = 0; tried < 3; tried++) {
            talent.post("/v1/verifications", passport(number()));
            var path = "/v1/verifications/" + idOf(talent);
            reviewer.post(path + "/review", "");
            reviewer.post(
                    path + "/update-request", "{'because':'UNREADABLE','reason':'<b>Blurred</b>'}");
        }

        var fourth = talent.post("/v1/verifications", passport(number()));
        var path = "/v1/verifications/" + idOf(talent);
        var reopened = reviewer.post(path + "/reopening", WHY);

        assertThat(fourth.problem()).isEqualTo("identity/no-tries-left");
        assertThat(reopened.text("state")).isEqualTo("SUBMITTED");
        assertThat(talent.get("/v1/me/verification").body().path("triesLeft").asInt()).isEqualTo(3);
    }

    @Test
    void letsNobodyReviewWithoutTheRoleOrTheirOwnPapers() {
        var email = people.someone("TALENT");
        var talent = signedIn(email);
        talent.post("/v1/verifications", passport(number()));
        var path = "/v1/verifications/" + idOf(talent);
        var forbidden = talent.post(path + "/review", "");

        promote(talent);
        var own = signedIn(email).post(path + "/review", "");

        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(own.problem()).isEqualTo("identity/reviewer-is-subject");
    }

    @Test
    void recordsNoCheckTwiceAndNoneThatTheAccountProves() {
        var talent = someone("TALENT");
        talent.post("/v1/verifications", passport(number()));
        var reviewer = reviewer();
        var path = "/v1/verifications/" + idOf(talent);
        reviewer.post(path + "/review", "");

        for (var checks :
                List.of(
                        "{'check':'EMAIL','seen':'It'}",
                        "{'check':'PHONE','seen':'<b></b>'}",
                        "{'check':'PHONE','seen':'a'},{'check':'PHONE','seen':'b'}")) {
            var answer =
                    reviewer.post(
                            path + "/approval", "{'checks':[%s],'reason':'ok'}".formatted(checks));
            assertThat(answer.status()).as(checks).isEqualTo(400);
        }
    }

    private Api someone(String role) {
        return signedIn(people.someone(role));
    }

    private Api signedIn(String email) {
        return people.api().as(people.signIn(email).text("accessToken"));
    }

    private Api reviewer() {
        var email = people.someone("TALENT");
        promote(signedIn(email));
        return signedIn(email);
    }

    private void promote(Api somebody) {
        var user = somebody.get("/v1/me").text("id");
        root().put("/v1/users/" + user + "/staff-roles/COMPLIANCE", "");
    }

    private Api root() {
        var grant = people.signIn("root@guildhall.example", "the first of all admins");
        return people.api().as(grant.text("accessToken"));
    }

    private static VerificationId idOf(Api owner) {
        return VerificationId.of(owner.get("/v1/me/verification").text("id"));
    }

    private String stored(VerificationId id) {
        return String.valueOf(mongo.findById(id.toString(), Document.class, "verifications"));
    }

    private boolean inQueue(Api reviewer, VerificationId id) {
        var after = "";
        while (true) {
            var page = reviewer.get("/v1/verifications?limit=1" + after).body();
            if (page.path("items").valueStream().anyMatch(item -> is(item, id))) {
                return true;
            }
            if (page.path("next").isNull()) {
                return false;
            }
            after = "&after=" + page.path("next").asString();
        }
    }

    private static boolean is(JsonNode item, VerificationId id) {
        return item.path("id").asString().equals(id.toString());
    }

    private VerificationDecidedV1 decided(VerificationId id) {
        return probe.await(VerificationDecidedV1.class, m -> m.verificationId().equals(id));
    }

    /** Newest first. */
    private List<String> audited(VerificationId id) {
        return root().get("/v1/operations/identity/audit?limit=100")
                .body()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("target").asString().equals("verification/" + id))
                .map(entry -> entry.path("act").asString())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), UTC);
    }

    private String passport(String number) {
        return "{'documents':[%s]}"
                .formatted(
                        document("PASSPORT", number, today().minusYears(2), today().plusYears(4)));
    }

    private static String document(
            String type, String number, LocalDate issuedOn, LocalDate expiresOn) {
        return """
        {'type':'%s','issuingCountry':'GB','number':'%s','issuedOn':'%s','expiresOn':'%s'}
        """
                .formatted(type, number, issuedOn, expiresOn);
    }

    private static String number() {
        return "P"
                + UUID.randomUUID()
                        .toString()
                        .replace("-", "")
                        .substring(0, 12)
                        .toUpperCase(Locale.ROOT);
    }

    private static String spaced(String number) {
        return number.substring(0, 4).toLowerCase(Locale.ROOT) + " " + number.substring(4);
    }
}

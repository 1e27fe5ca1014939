package guildhall.identity.user.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.identity.Api;
import guildhall.identity.People;
import guildhall.identity.WholeService;
import guildhall.identity.user.EmailAddress;
import guildhall.identity.user.UserCommand.VerifyEmail;
import guildhall.identity.user.Users;
import guildhall.messages.identity.ProfileEvents.OrganisationCreatedV1;
import guildhall.messages.identity.ProfileEvents.TalentProfileCreatedV1;
import guildhall.messages.identity.UserEvents.EmailVerifiedV1;
import guildhall.messages.identity.UserEvents.UserRegisteredV1;
import guildhall.messages.notification.NotificationCommands.SendMailV1;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

@WholeService
class RegistrationIT {
    @Autowired People people;
    @Autowired KafkaProbe probe;
    @Autowired Users users;
    @Autowired MailedTokens tokens;
    @Autowired TestClock clock;
    @Autowired MongoTemplate mongo;

    @Test
    void makesAClientWithABusinessOfTheirOwnName() {
        var email = people.someone("CLIENT");

        var verified = probe.await(EmailVerifiedV1.class, m -> m.email().equals(email));
        var business =
                probe.await(
                        OrganisationCreatedV1.class, m -> m.ownerId().equals(verified.userId()));
        var registered =
                probe.await(UserRegisteredV1.class, m -> m.userId().equals(verified.userId()));

        assertThat(registered.displayName()).isEqualTo("Ada Byron");
        assertThat(business.name()).isEqualTo("Ada Byron");
        assertThat(business.slug()).startsWith("ada-byron");
    }

    @Test
    void makesATalentWithAProfile() {
        var email = people.someone("TALENT");

        var verified = probe.await(EmailVerifiedV1.class, m -> m.email().equals(email));
        var profile =
                probe.await(
                        TalentProfileCreatedV1.class, m -> m.ownerId().equals(verified.userId()));

        assertThat(profile.displayName()).isEqualTo("Ada Byron");
    }

    @Test
    void tellsNobodyWhetherAnAddressIsRegistered() {
        var known = people.someone("TALENT");
        var unknown = People.newAddress();

        assertThat(people.register(known, "CLIENT").fingerprint())
                .isEqualTo(people.register(unknown, "CLIENT").fingerprint());
        assertThat(forgotten(known)).isEqualTo(forgotten(People.newAddress()));
        assertThat(again(known)).isEqualTo(again(People.newAddress()));
        assertThat(people.signIn(known, "not the password").fingerprint())
                .isEqualTo(people.signIn(People.newAddress(), "not the password").fingerprint());
        assertThat(people.signIn(unknown, "not the password").fingerprint())
                .isEqualTo(people.signIn(People.newAddress(), "not the password").fingerprint());
    }

    private String forgotten(String email) {
        return people.api()
                .post("/v1/password-resets", "{'email':'%s'}".formatted(email))
                .fingerprint();
    }

    private String again(String email) {
        return people.api()
                .post("/v1/email-verifications/requests", "{'email':'%s'}".formatted(email))
                .fingerprint();
    }

    @Test
    void tellsTheOwnerThatTheirAddressWasUsedAgain() {
        var email = people.someone("TALENT");

        people.register(email, "CLIENT");

        assertThat(people.mail(email, "ACCOUNT_EXISTS").variables())
                .containsEntry("displayName", "Ada Byron");
        assertThat(people.signIn(email).status()).isEqualTo(201);
    }

    @Test
    void activatesTheClaimWhoseMailWasOpenedAndNoOther() {
        var email = People.newAddress();
        register(email, "the password of somebody else");
        var theirs = people.mailedToken(email, "VERIFY_EMAIL");
        people.register(email, "TALENT");
        var own = anotherToken(email, theirs);

        assertThat(people.verifyWith(own).status()).isEqualTo(204);

        assertThat(people.signIn(email).status()).isEqualTo(201);
        assertThat(people.signIn(email, "the password of somebody else").status()).isEqualTo(401);
        assertThat(people.verifyWith(theirs).problem()).isEqualTo("identity/token-not-valid");
    }

    @Test
    void letsOneOfTwoSimultaneousClaimsHaveTheAddress() {
        var email = People.newAddress();
        People.atOnce(
                () -> people.register(email, "TALENT"), () -> people.register(email, "CLIENT"));
        await().until(() -> mails(email).size() == 2);

        var answers =
                People.atOnce(
                        () -> people.verifyWith(mails(email).getFirst()),
                        () -> people.verifyWith(mails(email).getLast()));

        assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(204, 422);
        probe.await(EmailVerifiedV1.class, m -> m.email().equals(email));
        assertThat(probe.all(EmailVerifiedV1.class))
                .filteredOn(m -> m.email().equals(email))
                .hasSize(1);
    }

    private List<String> mails(String email) {
        return probe.all(SendMailV1.class).stream()
                .filter(m -> m.to().equals(email))
                .map(People::token)
                .toList();
    }

    @Test
    void answersASecondClickOnTheSameLinkLikeTheFirst() {
        var email = People.newAddress();
        people.register(email, "TALENT");
        var token = people.mailedToken(email, "VERIFY_EMAIL");

        assertThat(people.verifyWith(token).status()).isEqualTo(204);
        assertThat(people.verifyWith(token).status()).isEqualTo(204);
    }

    @Test
    void refusesALinkThatIsTooOldAndMailsAnother() {
        var email = People.newAddress();
        people.register(email, "TALENT");
        var old = people.mailedToken(email, "VERIFY_EMAIL");
        clock.advance(Duration.ofHours(24));

        assertThat(people.verifyWith(old).problem()).isEqualTo("identity/token-not-valid");
        again(email);

        assertThat(people.verifyWith(anotherToken(email, old)).status()).isEqualTo(204);
    }

    private String anotherToken(String email, String known) {
        return People.token(
                probe.await(
                        SendMailV1.class,
                        m -> m.to().equals(email) && !People.token(m).equals(known)));
    }

    @Test
    void makesTheProfileFromTheEventWhenTheProcessDiedAfterTheVerification() {
        var email = People.newAddress();
        people.register(email, "CLIENT");
        var hash = tokens.hash(people.mailedToken(email, "VERIFY_EMAIL"));
        var user = users.findByVerification(hash).orElseThrow();

        users.handle(new VerifyEmail(user, hash, clock.instant()));

        var business = probe.await(OrganisationCreatedV1.class, m -> m.ownerId().equals(user));
        assertThat(business.name()).isEqualTo("Ada Byron");
    }

    @Test
    void repeatsARegistrationUnderItsKeyWithoutASecondMail() {
        var email = People.newAddress();
        var body =
                "{'email':'%s','password':'seven quiet otters','displayName':'Ada','role':'TALENT'}"
                        .formatted(email);
        var keyed = people.api().with("Idempotency-Key", "key of " + email);

        var first = keyed.post("/v1/users", body);
        var second = keyed.post("/v1/users", body);

        assertThat(List.of(first.status(), second.status())).containsExactly(202, 202);
        people.mail(email, "VERIFY_EMAIL");
        assertThat(mails(email)).hasSize(1);
    }

    @Test
    void repeatsARegistrationWhoseAnswerGotLostWithoutAnyFurtherMail() {
        var email = People.newAddress();
        var body =
                "{'email':'%s','password':'seven quiet otters','displayName':'Ada','role':'TALENT'}"
                        .formatted(email);
        var keyed = people.api().with("Idempotency-Key", "key of " + email);

        var first = keyed.post("/v1/users", body);
        loseAnswers();
        var second = keyed.post("/v1/users", body);
        people.verify(email);
        loseAnswers();
        var third = keyed.post("/v1/users", body);

        assertThat(List.of(first.status(), second.status(), third.status())).containsOnly(202);
        assertThat(mails(email)).hasSize(1);
        assertThat(users.findVerified(new EmailAddress(email)))
                .hasValueSatisfying(user -> assertThat(user.account().remindedAt()).isNull());
    }

    private void loseAnswers() {
        mongo.remove(new Query(), "idempotency_keys");
    }

    @Test
    void refusesAPasswordThatEverybodyTries() {
        var answer = register(People.newAddress(), "password123");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("identity/password-too-guessable");
    }

    @Test
    void storesNeitherPasswordsNorTokensInTheClear() {
        var email = people.someone("TALENT");

        var account = users.findVerified(new EmailAddress(email)).orElseThrow().account();

        assertThat(account.passwordHash()).startsWith("$argon2id$");
        assertThat(account.verifiedWith()).isNotEqualTo(people.mailedToken(email, "VERIFY_EMAIL"));
    }

    private Api.Answer register(String email, String password) {
        return people.api()
                .post(
                        "/v1/users",
                        "{'email':'%s','password':'%s','displayName':'Eve','role':'TALENT'}"
                                .formatted(email, password));
    }
}

package guildhall.identity.user;

import static guildhall.identity.user.UserSamples.ADA;
import static guildhall.identity.user.UserSamples.EMAIL;
import static guildhall.identity.user.UserSamples.LAPTOP;
import static guildhall.identity.user.UserSamples.NOON;
import static guildhall.identity.user.UserSamples.POLICY;
import static guildhall.identity.user.UserSamples.ROOT;
import static guildhall.identity.user.UserSamples.account;
import static guildhall.identity.user.UserSamples.after;
import static guildhall.identity.user.UserSamples.register;
import static guildhall.identity.user.UserSamples.registered;
import static guildhall.identity.user.UserSamples.token;
import static guildhall.identity.user.UserSamples.verified;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.identity.user.User.*;
import guildhall.identity.user.UserCommand.*;
import guildhall.identity.user.UserEvent.*;
import guildhall.identity.user.UserRejection.*;
import guildhall.runtime.decide.Decision;
import guildhall.testkit.Specification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserDeciderTest {
    static final Duration DAY = Duration.ofDays(1);
    static final Duration MINUTE = Duration.ofMinutes(1);

    private final UserDecider decider = new UserDecider(POLICY);
    private final Specification<UserCommand, User, UserEvent, Decision<UserEvent, UserRejection>>
            user = Specification.of(decider.initial(), decider::decide, decider::evolve);

    @Test
    void registersWithATokenToBeMailed() {
        user.given().when(register()).then(accept(registered()));
    }

    @Test
    void findsARetriedRegistrationDone() {
        user.given(registered()).when(register()).then(accept());
    }

    @Test
    void refusesAnotherPersonUnderTheSameId() {
        var other =
                new RegisterUser(
                        ADA,
                        new EmailAddress("grace@example.com"),
                        register().preferences(),
                        "slow hash",
                        new Signup.AsTalent(),
                        token("other", NOON),
                        NOON);

        user.given(registered()).when(other).then(reject(new AlreadyRegistered()));
    }

    @Test
    void keepsOnlyTheHashOfTheMailedToken() {
        user.given(registered()).leadsTo(new Pending(account(), token("first", NOON).kept()));
    }

    @Test
    void verifiesTheAddressWithTheMailedToken() {
        user.given(registered())
                .when(new VerifyEmail(ADA, "hash of first", after(MINUTE)))
                .then(accept(new EmailVerified(ADA, EMAIL, "hash of first", after(MINUTE))));
    }

    @Test
    void answersASecondClickLikeTheFirst() {
        user.given(registered(), verified())
                .when(new VerifyEmail(ADA, "hash of first", after(MINUTE)))
                .then(accept());
    }

    @Test
    void refusesAVerificationTokenAfterADay() {
        user.given(registered())
                .when(new VerifyEmail(ADA, "hash of first", after(DAY)))
                .then(reject(new TokenNotValid()));
    }

    @Test
    void refusesAVerificationTokenThatWasReplaced() {
        user.given(
                        registered(),
                        new VerificationRepeated(account(), token("second", after(MINUTE))))
                .when(new VerifyEmail(ADA, "hash of first", after(MINUTE)))
                .then(reject(new TokenNotValid()));
    }

    @Test
    void mailsTheVerificationAgainAfterAPause() {
        var early = token("second", after(MINUTE.minusSeconds(1)));
        var late = token("second", after(MINUTE));

        user.given(registered()).when(new RepeatVerification(ADA, early)).then(accept());
        user.given(registered())
                .when(new RepeatVerification(ADA, late))
                .then(accept(new VerificationRepeated(account(), late)));
    }

    @Test
    void doesNotMailAVerificationToWhomItIsNoUse() {
        user.given(registered(), verified())
                .when(new RepeatVerification(ADA, token("second", after(DAY))))
                .then(reject(new NotInThisStanding()));
    }

    @Test
    void remindsTheOwnerOfTheAccountOncePerPause() {
        var reminded = new OwnerReminded(account().verified("hash of first"), after(MINUTE));

        user.given(registered(), verified())
                .when(new RemindOfAccount(ADA, after(MINUTE)))
                .then(accept(reminded));
        user.given(registered(), verified(), reminded)
                .when(new RemindOfAccount(ADA, after(MINUTE.plusSeconds(59))))
                .then(accept());
    }

    @Test
    void writesNothingForAnOrdinaryLogin() {
        user.given(registered(), verified()).when(login(NOON)).then(accept());
    }

    @Test
    void storesTheHashWithTodaysParametersAtLogin() {
        user.given(registered(), verified())
                .when(new AdmitLogin(ADA, "slower hash", NOON))
                .then(accept(new PasswordRehashed(ADA, "slower hash")));
    }

    @Test
    void forgetsFailuresAfterTheRightPassword() {
        user.given(registered(), verified(), new LoginFailed(ADA, 4))
                .when(login(NOON))
                .then(accept(new FailuresForgotten(ADA)));
    }

    @Test
    void admitsNobodyBeforeTheAddressIsVerified() {
        user.given(registered()).when(login(NOON)).then(reject(new EmailNotVerified()));
    }

    @Test
    void closesTheAccountAtTheFifthWrongPassword() {
        user.given(registered(), verified(), new LoginFailed(ADA, 3))
                .when(new CountFailedLogin(ADA, NOON))
                .then(accept(new LoginFailed(ADA, 4)));
        user.given(registered(), verified(), new LoginFailed(ADA, 4))
                .when(new CountFailedLogin(ADA, NOON))
                .then(accept(locked()));
    }

    @Test
    void refusesEvenTheRightPasswordWhileClosed() {
        user.given(registered(), verified(), locked())
                .when(login(after(Duration.ofMinutes(29))))
                .then(reject(new AccountClosedToGuessing()));
    }

    @Test
    void doesNotProlongTheLockWhileGuessingGoesOn() {
        user.given(registered(), verified(), locked())
                .when(new CountFailedLogin(ADA, after(Duration.ofMinutes(29))))
                .then(reject(new AccountClosedToGuessing()));
    }

    @Test
    void opensAgainAfterHalfAnHourAndCountsFromOne() {
        var later = after(Duration.ofMinutes(30));

        user.given(registered(), verified(), locked())
                .when(login(later))
                .then(accept(new FailuresForgotten(ADA)));
        user.given(registered(), verified(), locked())
                .when(new CountFailedLogin(ADA, later))
                .then(accept(new LoginFailed(ADA, 1)));
    }

    @Test
    void countsGuessesAtAnUnverifiedAccountToo() {
        user.given(registered())
                .when(new CountFailedLogin(ADA, NOON))
                .then(accept(new LoginFailed(ADA, 1)));
        user.given(registered(), locked())
                .when(login(NOON))
                .then(reject(new AccountClosedToGuessing()));
    }

    @Test
    void offersAPasswordResetOncePerPause() {
        var offer = new PasswordResetOffered(active(), token("reset", NOON));

        user.given(registered(), verified())
                .when(new OfferPasswordReset(ADA, token("reset", NOON)))
                .then(accept(offer));
        user.given(registered(), verified(), offer)
                .when(new OfferPasswordReset(ADA, token("again", after(Duration.ofSeconds(59)))))
                .then(accept());
    }

    @Test
    void offersNoResetWhereNobodyMaySignIn() {
        user.given(registered())
                .when(new OfferPasswordReset(ADA, token("reset", NOON)))
                .then(reject(new NotInThisStanding()));
        user.given(registered(), verified(), suspended())
                .when(new OfferPasswordReset(ADA, token("reset", NOON)))
                .then(reject(new NotInThisStanding()));
    }

    @Test
    void resetsThePasswordAndVoidsAllLogins() {
        user.given(registered(), verified(), resetOffered())
                .when(reset("hash of reset", after(MINUTE)))
                .then(
                        accept(
                                new PasswordReset(ADA, "new hash", after(MINUTE)),
                                revoked(Reason.PASSWORD_CHANGED, after(MINUTE))));
    }

    @Test
    void opensAClosedAccountWithAReset() {
        user.given(
                        registered(),
                        verified(),
                        locked(),
                        resetOffered(),
                        new PasswordReset(ADA, "new hash", after(MINUTE)))
                .when(login(after(MINUTE)))
                .then(accept());
    }

    @Test
    void refusesAResetTokenThatIsWrongOrUsedOrTooOld() {
        var offered = List.of(registered(), verified(), resetOffered());

        user.given(offered).when(reset("a guess", NOON)).then(reject(new TokenNotValid()));
        user.given(offered)
                .when(reset("hash of reset", after(DAY)))
                .then(reject(new TokenNotValid()));
        user.given(
                        registered(),
                        verified(),
                        resetOffered(),
                        new PasswordReset(ADA, "new hash", NOON))
                .when(reset("hash of reset", NOON))
                .then(reject(new TokenNotValid()));
    }

    @Test
    void refusesToReplayAnEventThatCannotFollow() {
        assertThatIllegalStateException().isThrownBy(() -> user.given(verified()));
    }

    @Test
    void keepsTheMailedTokenOutOfItsText() {
        assertThat(registered().toString()).doesNotContain("MailedToken[first");
    }

    static AdmitLogin login(Instant at) {
        return new AdmitLogin(ADA, null, at);
    }

    static ResetPassword reset(String tokenHash, Instant at) {
        return new ResetPassword(ADA, tokenHash, "new hash", List.of(LAPTOP), at);
    }

    static Account active() {
        return account().verified("hash of first");
    }

    static AccountLocked locked() {
        return new AccountLocked(ADA, 5, after(Duration.ofMinutes(30)));
    }

    static UserSuspended suspended() {
        return new UserSuspended(ADA, ROOT, NOON);
    }

    static PasswordResetOffered resetOffered() {
        return new PasswordResetOffered(active(), token("reset", NOON));
    }

    static SessionsRevoked revoked(Reason reason, Instant at) {
        return new SessionsRevoked(ADA, List.of(LAPTOP), reason, at);
    }
}

package guildhall.payment.payoutaccount;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.payoutaccount.PayoutAccount.Absent;
import guildhall.payment.payoutaccount.PayoutAccount.Active;
import guildhall.payment.payoutaccount.PayoutAccount.Disabled;
import guildhall.payment.payoutaccount.PayoutAccount.Opened;
import guildhall.payment.payoutaccount.PayoutAccount.PendingVerification;
import guildhall.payment.payoutaccount.PayoutAccount.Restricted;
import guildhall.payment.payoutaccount.PayoutAccountCommand.ChangeDestination;
import guildhall.payment.payoutaccount.PayoutAccountCommand.LiftRestriction;
import guildhall.payment.payoutaccount.PayoutAccountCommand.NoteClosed;
import guildhall.payment.payoutaccount.PayoutAccountCommand.NoteRejectedPayout;
import guildhall.payment.payoutaccount.PayoutAccountCommand.NoteRestricted;
import guildhall.payment.payoutaccount.PayoutAccountCommand.NoteVerified;
import guildhall.payment.payoutaccount.PayoutAccountCommand.OpenAccount;
import guildhall.payment.payoutaccount.PayoutAccountCommand.RemoveAccount;
import guildhall.payment.payoutaccount.PayoutAccountCommand.RestrictAccount;
import guildhall.payment.payoutaccount.PayoutAccountEvent.AccountActivated;
import guildhall.payment.payoutaccount.PayoutAccountEvent.AccountDisabled;
import guildhall.payment.payoutaccount.PayoutAccountEvent.AccountOpened;
import guildhall.payment.payoutaccount.PayoutAccountEvent.AccountRestricted;
import guildhall.payment.payoutaccount.PayoutAccountEvent.DestinationChanged;
import guildhall.payment.payoutaccount.PayoutAccountEvent.ReportNoted;
import guildhall.payment.payoutaccount.PayoutAccountRejection.AccountIsDisabled;
import guildhall.payment.payoutaccount.PayoutAccountRejection.NothingToLift;
import guildhall.payment.payoutaccount.PayoutAccountRejection.UnknownAccount;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PayoutAccountDeciderTest {
    static final PayoutAccountId ID = new PayoutAccountId(new UUID(1, 1));
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Destination HOME = new Destination("tok_home4242", "4242");
    static final Destination AWAY = new Destination("tok_away1881", "1881");

    static final AccountDetails NEW =
            new AccountDetails(
                    ID,
                    new Side(
                            new Party(PartyType.TALENT, new UUID(2, 2)),
                            new UserId(new UUID(3, 3))),
                    PayoutMethod.BANK_TRANSFER,
                    Currency.getInstance("USD"),
                    "sandbox",
                    "acct_1",
                    HOME,
                    NOON,
                    NOON,
                    Instant.EPOCH,
                    false);
    static final AccountDetails VERIFIED = NEW.reported(true, at(1));
    static final PendingVerification PENDING = new PendingVerification(NEW, NOON);
    static final Active ACTIVE = new Active(VERIFIED, at(1));

    final PayoutAccountDecider decider = new PayoutAccountDecider();

    @Test
    void opensOnce() {
        assertThat(decide(new OpenAccount(NEW), new Absent()))
                .isEqualTo(accept(new AccountOpened(NEW)));
        assertThat(after(new OpenAccount(NEW), new Absent())).isEqualTo(PENDING);
        assertThat(decide(new OpenAccount(NEW), ACTIVE)).isEqualTo(accept());
    }

    @Test
    void knowsNothingOfAccountsThatNobodyOpened() {
        assertThat(decide(verified(HOME, 1), new Absent())).isEqualTo(reject(new UnknownAccount()));
        assertThat(decide(new RemoveAccount(ID, at(1)), new Absent()))
                .isEqualTo(reject(new UnknownAccount()));
    }

    @Test
    void becomesActiveWhenTheProviderIsContent() {
        assertThat(decide(verified(HOME, 1), PENDING))
                .isEqualTo(accept(new AccountActivated(VERIFIED, at(1))));
        assertThat(after(verified(HOME, 1), PENDING)).isEqualTo(ACTIVE);
        assertThat(decide(verified(HOME, 1), ACTIVE)).isEqualTo(accept());
    }

    @Test
    void holdsPayoutsFromTheMomentAtWhichTheDestinationChanged() {
        var moved = VERIFIED.movedTo(AWAY, at(5));

        assertThat(decide(new ChangeDestination(ID, AWAY, at(5)), ACTIVE))
                .isEqualTo(accept(new DestinationChanged(moved, at(5))));
        assertThat(moved.payoutsFrom(Duration.ofHours(72)))
                .isEqualTo(at(5).plus(Duration.ofHours(72)));
        assertThat(decide(new ChangeDestination(ID, HOME, at(5)), ACTIVE)).isEqualTo(accept());
    }

    @Test
    void noticesADestinationThatOnlyTheProviderWasTold() {
        var moved = VERIFIED.reported(true, at(5)).movedTo(AWAY, at(5));

        assertThat(decide(verified(AWAY, 5), ACTIVE))
                .isEqualTo(accept(new DestinationChanged(moved, at(5))));
    }

    @Test
    void believesTheNewestReportOnly() {
        var restricted =
                new Restricted(VERIFIED.reported(false, at(9)), RestrictedBy.PROVIDER, "ID", at(9));

        assertThat(after(new NoteRestricted(ID, "ID", at(9), at(9)), ACTIVE)).isEqualTo(restricted);
        assertThat(decide(verified(HOME, 8), restricted)).isEqualTo(accept());
        assertThat(after(verified(HOME, 10), restricted))
                .isEqualTo(new Active(VERIFIED.reported(true, at(10)), at(10)));
    }

    @Test
    void keepsWhatStaffRestrictedWhateverTheProviderSays() {
        var restricted = after(new RestrictAccount(ID, "Fraud?", at(3)), ACTIVE);

        assertThat(decide(verified(HOME, 4), restricted))
                .isEqualTo(accept(new ReportNoted(VERIFIED.reported(true, at(4)))));
        assertThat(after(new LiftRestriction(ID, at(5)), restricted))
                .isEqualTo(new Active(VERIFIED, at(5)));
        assertThat(decide(new RestrictAccount(ID, "Again", at(6)), restricted)).isEqualTo(accept());
    }

    @Test
    void leavesAnAccountRestrictedThatTheProviderNeverVerified() {
        var restricted = after(new RestrictAccount(ID, "Fraud?", at(3)), PENDING);

        assertThat(decide(new LiftRestriction(ID, at(5)), restricted))
                .isEqualTo(
                        accept(
                                new AccountRestricted(
                                        NEW, RestrictedBy.PROVIDER, "NOT_VERIFIED", at(5))));
    }

    @Test
    void restrictsAnAccountWhosePayoutTheBankRejectedUntilItIsRenewed() {
        var rejected = after(new NoteRejectedPayout(ID, "ACCOUNT_CLOSED", at(3)), ACTIVE);

        assertThat(rejected)
                .isEqualTo(
                        new Restricted(
                                VERIFIED, RestrictedBy.REJECTED_PAYOUT, "ACCOUNT_CLOSED", at(3)));
        assertThat(after(verified(HOME, 4), rejected)).isInstanceOf(Restricted.class);
        var renewed = after(new ChangeDestination(ID, AWAY, at(5)), rejected);
        assertThat(after(verified(AWAY, 6), renewed)).isInstanceOf(Active.class);
        assertThat(after(new LiftRestriction(ID, at(7)), rejected)).isInstanceOf(Active.class);
    }

    @Test
    void leavesToTheProviderWhatTheProviderRestricted() {
        var restricted = after(new NoteRestricted(ID, "ID", at(2), at(2)), ACTIVE);

        assertThat(decide(new LiftRestriction(ID, at(3)), restricted))
                .isEqualTo(reject(new NothingToLift()));
        assertThat(decide(new LiftRestriction(ID, at(3)), PENDING))
                .isEqualTo(reject(new NothingToLift()));
        assertThat(decide(new LiftRestriction(ID, at(3)), ACTIVE)).isEqualTo(accept());
    }

    @Test
    void staysDisabledForGood() {
        var disabled = after(new RemoveAccount(ID, at(2)), ACTIVE);

        assertThat(disabled).isEqualTo(new Disabled(VERIFIED, at(2)));
        assertThat(after(new NoteClosed(ID, at(2), at(2)), ACTIVE)).isInstanceOf(Disabled.class);
        assertThat(decide(new RemoveAccount(ID, at(3)), disabled)).isEqualTo(accept());
        assertThat(decide(verified(HOME, 3), disabled)).isEqualTo(accept());
        assertThat(decide(new NoteRejectedPayout(ID, "X", at(3)), disabled)).isEqualTo(accept());
        assertThat(decide(new ChangeDestination(ID, AWAY, at(3)), disabled))
                .isEqualTo(reject(new AccountIsDisabled()));
        assertThat(decide(new RestrictAccount(ID, "X", at(3)), disabled))
                .isEqualTo(reject(new AccountIsDisabled()));
        assertThat(decide(new LiftRestriction(ID, at(3)), disabled))
                .isEqualTo(reject(new AccountIsDisabled()));
    }

    @Test
    void refusesToEvolveWhatCannotFollow() {
        assertThatIllegalStateException()
                .isThrownBy(() -> decider.evolve(ACTIVE, new AccountOpened(NEW)));
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        decider.evolve(new Disabled(NEW, NOON), new AccountActivated(NEW, NOON)));
        assertThatIllegalStateException()
                .isThrownBy(() -> decider.evolve(new Absent(), new AccountDisabled(NEW, NOON)));
    }

    @Test
    void keepsTokensOutOfLogs() {
        assertThat(NEW.toString()).doesNotContain("tok_").contains("…4242");
    }

    private static NoteVerified verified(Destination destination, int minute) {
        return new NoteVerified(ID, destination, at(minute), at(minute));
    }

    static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    private Decision<PayoutAccountEvent, PayoutAccountRejection> decide(
            PayoutAccountCommand command, PayoutAccount state) {
        return decider.decide(command, state);
    }

    private Opened after(PayoutAccountCommand command, PayoutAccount state) {
        var next = state;
        if (decide(command, state) instanceof Accepted(var events)) {
            for (var event : events) {
                next = decider.evolve(next, event);
            }
        }
        return (Opened) next;
    }
}

package guildhall.payment.payoutaccount;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

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
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;
import java.time.Instant;

/** One payout account. What is repeated is accepted without events. */
public final class PayoutAccountDecider
        implements Decider<
                PayoutAccountCommand, PayoutAccount, PayoutAccountEvent, PayoutAccountRejection> {
    private static final String NOT_VERIFIED = "NOT_VERIFIED";

    @Override
    public PayoutAccount initial() {
        return new Absent();
    }

    @Override
    public Decision<PayoutAccountEvent, PayoutAccountRejection> decide(
            PayoutAccountCommand command, PayoutAccount state) {
        return switch (state) {
            case Absent _ when command instanceof OpenAccount(var details) ->
                    accept(new AccountOpened(details));
            case Absent _ -> reject(new UnknownAccount());
            case Opened opened -> decide(command, opened);
        };
    }

    private static Decision<PayoutAccountEvent, PayoutAccountRejection> decide(
            PayoutAccountCommand command, Opened state) {
        return switch (command) {
            case OpenAccount _ -> accept();
            case ChangeDestination change -> change(change, state);
            case NoteVerified note when isNews(state, note.reportedAt()) -> verified(note, state);
            case NoteRestricted note when isNews(state, note.reportedAt()) ->
                    restricted(note, state);
            case NoteClosed note when isNews(state, note.reportedAt()) -> closed(note, state);
            // The provider has said something newer since, or the account is disabled.
            case NoteVerified _, NoteRestricted _, NoteClosed _ -> accept();
            case NoteRejectedPayout note -> rejectedPayout(note, state);
            case RestrictAccount restrict -> restrict(restrict, state);
            case LiftRestriction lift -> lift(lift, state);
            case RemoveAccount remove ->
                    state instanceof Disabled
                            ? accept()
                            : accept(new AccountDisabled(state.details(), remove.at()));
        };
    }

    private static boolean isNews(Opened state, Instant reportedAt) {
        return !(state instanceof Disabled) && reportedAt.isAfter(state.details().reportedAt());
    }

    private static Decision<PayoutAccountEvent, PayoutAccountRejection> change(
            ChangeDestination change, Opened state) {
        if (state instanceof Disabled) {
            return reject(new AccountIsDisabled());
        }
        if (change.destination().equals(state.details().destination())) {
            return accept();
        }
        var moved = state.details().movedTo(change.destination(), change.at());
        return accept(new DestinationChanged(moved, change.at()));
    }

    /** A destination that we have not heard of begins a hold of its own. */
    private static Decision<PayoutAccountEvent, PayoutAccountRejection> verified(
            NoteVerified note, Opened state) {
        var details = state.details().reported(true, note.reportedAt());
        var isMoved = !note.destination().equals(details.destination());
        var moved = isMoved ? details.movedTo(note.destination(), note.at()) : details;
        var activated = new AccountActivated(moved, note.at());
        return switch (state) {
            case PendingVerification _ -> accept(activated);
            case Restricted r when r.by() == RestrictedBy.PROVIDER -> accept(activated);
            case Restricted r when r.by() == RestrictedBy.REJECTED_PAYOUT && isRenewed(r, moved) ->
                    accept(activated);
            case Active _, Restricted _ ->
                    isMoved
                            ? accept(new DestinationChanged(moved, note.at()))
                            : accept(new ReportNoted(details));
            case Disabled _ -> accept();
        };
    }

    private static boolean isRenewed(Restricted restricted, AccountDetails now) {
        return now.changedAt().isAfter(restricted.since());
    }

    private static Decision<PayoutAccountEvent, PayoutAccountRejection> restricted(
            NoteRestricted note, Opened state) {
        var details = state.details().reported(false, note.reportedAt());
        return switch (state) {
            case PendingVerification _, Active _ ->
                    accept(
                            new AccountRestricted(
                                    details, RestrictedBy.PROVIDER, note.reason(), note.at()));
            // It is restricted already, by somebody whose reason weighs as much.
            case Restricted _ -> accept(new ReportNoted(details));
            case Disabled _ -> accept();
        };
    }

    private static Decision<PayoutAccountEvent, PayoutAccountRejection> closed(
            NoteClosed note, Opened state) {
        return accept(
                new AccountDisabled(state.details().reported(false, note.reportedAt()), note.at()));
    }

    private static Decision<PayoutAccountEvent, PayoutAccountRejection> rejectedPayout(
            NoteRejectedPayout note, Opened state) {
        return switch (state) {
            case PendingVerification _, Active _ ->
                    accept(
                            new AccountRestricted(
                                    state.details(),
                                    RestrictedBy.REJECTED_PAYOUT,
                                    note.reason(),
                                    note.at()));
            case Restricted _, Disabled _ -> accept();
        };
    }

    private static Decision<PayoutAccountEvent, PayoutAccountRejection> restrict(
            RestrictAccount restrict, Opened state) {
        var byStaff =
                new AccountRestricted(
                        state.details(), RestrictedBy.STAFF, restrict.reason(), restrict.at());
        return switch (state) {
            case PendingVerification _, Active _ -> accept(byStaff);
            case Restricted r -> r.by() == RestrictedBy.STAFF ? accept() : accept(byStaff);
            case Disabled _ -> reject(new AccountIsDisabled());
        };
    }

    /** What staff does not restrict any more may still be restricted by the provider. */
    private static Decision<PayoutAccountEvent, PayoutAccountRejection> lift(
            LiftRestriction lift, Opened state) {
        return switch (state) {
            case Restricted r when r.by() == RestrictedBy.PROVIDER -> reject(new NothingToLift());
            case Restricted(var details, _, _, _) when details.isVerified() ->
                    accept(new AccountActivated(details, lift.at()));
            case Restricted(var details, _, _, _) ->
                    accept(
                            new AccountRestricted(
                                    details, RestrictedBy.PROVIDER, NOT_VERIFIED, lift.at()));
            case Active _ -> accept();
            case PendingVerification _ -> reject(new NothingToLift());
            case Disabled _ -> reject(new AccountIsDisabled());
        };
    }

    @Override
    public PayoutAccount evolve(PayoutAccount state, PayoutAccountEvent event) {
        return switch (event) {
            case AccountOpened(var details) when state instanceof Absent ->
                    new PendingVerification(details, details.openedAt());
            case ReportNoted(var details) when state instanceof Opened opened ->
                    opened.with(details);
            case DestinationChanged(var details, _) when state instanceof Opened opened ->
                    opened.with(details);
            case AccountActivated(var details, var at) when isOpen(state) ->
                    new Active(details, at);
            case AccountRestricted e when isOpen(state) ->
                    new Restricted(e.details(), e.by(), e.reason(), e.at());
            case AccountDisabled(var details, var at) when isOpen(state) ->
                    new Disabled(details, at);
            case AccountOpened _,
                    ReportNoted _,
                    DestinationChanged _,
                    AccountActivated _,
                    AccountRestricted _,
                    AccountDisabled _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }

    private static boolean isOpen(PayoutAccount state) {
        return state instanceof Opened && !(state instanceof Disabled);
    }
}

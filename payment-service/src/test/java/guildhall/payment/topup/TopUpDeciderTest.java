package guildhall.payment.topup;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.topup.PaymentIntent.Abandoned;
import guildhall.payment.topup.PaymentIntent.Absent;
import guildhall.payment.topup.PaymentIntent.ActionRequired;
import guildhall.payment.topup.PaymentIntent.Cancelled;
import guildhall.payment.topup.PaymentIntent.Created;
import guildhall.payment.topup.PaymentIntent.Declined;
import guildhall.payment.topup.PaymentIntent.Processing;
import guildhall.payment.topup.PaymentIntent.Succeeded;
import guildhall.payment.topup.TopUpCommand.ConfirmCancellation;
import guildhall.payment.topup.TopUpCommand.ConfirmCapture;
import guildhall.payment.topup.TopUpCommand.ConfirmDecline;
import guildhall.payment.topup.TopUpCommand.GiveUp;
import guildhall.payment.topup.TopUpCommand.NoteAction;
import guildhall.payment.topup.TopUpCommand.NoteProcessing;
import guildhall.payment.topup.TopUpCommand.RequestTopUp;
import guildhall.payment.topup.TopUpEvent.ChargeStarted;
import guildhall.payment.topup.TopUpEvent.PayerAsked;
import guildhall.payment.topup.TopUpEvent.TopUpAbandoned;
import guildhall.payment.topup.TopUpEvent.TopUpCancelled;
import guildhall.payment.topup.TopUpEvent.TopUpDeclined;
import guildhall.payment.topup.TopUpEvent.TopUpRequested;
import guildhall.payment.topup.TopUpEvent.TopUpSucceeded;
import guildhall.payment.topup.TopUpRejection.AmountDiffers;
import guildhall.payment.topup.TopUpRejection.OutcomeContradicted;
import guildhall.payment.topup.TopUpRejection.UnknownIntent;
import guildhall.runtime.decide.Decision;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TopUpDeciderTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Instant LATER = NOON.plusSeconds(60);
    static final Money AMOUNT = Money.of(500_00, "USD");
    static final PaymentIntentId INTENT = new PaymentIntentId(new UUID(0, 1));
    static final Party ACME = new Party(PartyType.BUSINESS, new UUID(0, 2));
    static final Side OWNER = new Side(ACME, new UserId(new UUID(0, 3)));
    static final TopUp TOP_UP = new TopUp(INTENT, OWNER, AMOUNT, NOON);

    static final PaymentIntent ABSENT = new Absent();
    static final PaymentIntent CREATED = new Created(TOP_UP);
    static final PaymentIntent ACTION_REQUIRED = new ActionRequired(TOP_UP, "ch_1");
    static final PaymentIntent PROCESSING = new Processing(TOP_UP, "ch_1");
    static final PaymentIntent SUCCEEDED = new Succeeded(TOP_UP, "ch_1", NOON);
    static final PaymentIntent DECLINED = new Declined(TOP_UP, "ch_1", "CARD_DECLINED", NOON);
    static final PaymentIntent ABANDONED = new Abandoned(TOP_UP, NOON);
    static final PaymentIntent CANCELLED = new Cancelled(TOP_UP, Cancellation.TIME_OUT, NOON);

    static final TopUpCommand REQUEST = new RequestTopUp(TOP_UP);
    static final TopUpCommand ASK = new NoteAction(INTENT, "ch_1", LATER);
    static final TopUpCommand NOTE = new NoteProcessing(INTENT, "ch_1");
    static final TopUpCommand CAPTURE = new ConfirmCapture(INTENT, "ch_1", AMOUNT, LATER);
    static final TopUpCommand DECLINE = new ConfirmDecline(INTENT, "ch_1", "CARD_DECLINED", LATER);
    static final TopUpCommand CANCEL = new ConfirmCancellation(INTENT, Cancellation.PAYER, LATER);
    static final TopUpCommand GIVE_UP = new GiveUp(INTENT, LATER);

    static final TopUpEvent ASKED = new PayerAsked(TOP_UP, "ch_1", LATER);
    static final TopUpEvent STARTED = new ChargeStarted(TOP_UP, "ch_1");
    static final TopUpEvent CAPTURED = new TopUpSucceeded(TOP_UP, "ch_1", LATER);
    static final TopUpEvent REFUSED = new TopUpDeclined(TOP_UP, "ch_1", "CARD_DECLINED", LATER);
    static final TopUpEvent ENDED = new TopUpCancelled(TOP_UP, Cancellation.PAYER, LATER);
    static final TopUpEvent GAVE_UP = new TopUpAbandoned(TOP_UP, LATER);

    final TopUpDecider decider = new TopUpDecider();

    static Stream<Arguments> everyPairOfStateAndCommand() {
        return Stream.of(
                Arguments.of(ABSENT, REQUEST, accept(new TopUpRequested(TOP_UP))),
                Arguments.of(ABSENT, NOTE, reject(new UnknownIntent())),
                Arguments.of(ABSENT, CAPTURE, reject(new UnknownIntent())),
                Arguments.of(ABSENT, DECLINE, reject(new UnknownIntent())),
                Arguments.of(ABSENT, GIVE_UP, reject(new UnknownIntent())),
                Arguments.of(CREATED, REQUEST, accept()),
                Arguments.of(CREATED, NOTE, accept(STARTED)),
                Arguments.of(CREATED, CAPTURE, accept(CAPTURED)),
                Arguments.of(CREATED, DECLINE, accept(REFUSED)),
                Arguments.of(CREATED, GIVE_UP, accept(GAVE_UP)),
                Arguments.of(PROCESSING, REQUEST, accept()),
                Arguments.of(PROCESSING, NOTE, accept()),
                Arguments.of(PROCESSING, CAPTURE, accept(CAPTURED)),
                Arguments.of(PROCESSING, DECLINE, accept(REFUSED)),
                Arguments.of(PROCESSING, GIVE_UP, accept()),
                Arguments.of(SUCCEEDED, REQUEST, accept()),
                Arguments.of(SUCCEEDED, NOTE, accept()),
                Arguments.of(SUCCEEDED, CAPTURE, accept()),
                Arguments.of(SUCCEEDED, DECLINE, reject(new OutcomeContradicted())),
                Arguments.of(SUCCEEDED, GIVE_UP, accept()),
                Arguments.of(DECLINED, REQUEST, accept()),
                Arguments.of(DECLINED, NOTE, accept()),
                Arguments.of(DECLINED, CAPTURE, reject(new OutcomeContradicted())),
                Arguments.of(DECLINED, DECLINE, accept()),
                Arguments.of(DECLINED, GIVE_UP, accept()),
                Arguments.of(ABANDONED, REQUEST, accept()),
                Arguments.of(ABANDONED, NOTE, accept()),
                Arguments.of(ABANDONED, CAPTURE, accept(CAPTURED)),
                Arguments.of(ABANDONED, DECLINE, accept()),
                Arguments.of(ABANDONED, GIVE_UP, accept()),
                Arguments.of(ABSENT, ASK, reject(new UnknownIntent())),
                Arguments.of(ABSENT, CANCEL, reject(new UnknownIntent())),
                Arguments.of(CREATED, ASK, accept(ASKED)),
                Arguments.of(CREATED, CANCEL, accept(ENDED)),
                Arguments.of(ACTION_REQUIRED, REQUEST, accept()),
                Arguments.of(ACTION_REQUIRED, ASK, accept()),
                Arguments.of(ACTION_REQUIRED, NOTE, accept(STARTED)),
                Arguments.of(ACTION_REQUIRED, CAPTURE, accept(CAPTURED)),
                Arguments.of(ACTION_REQUIRED, DECLINE, accept(REFUSED)),
                Arguments.of(ACTION_REQUIRED, CANCEL, accept(ENDED)),
                Arguments.of(ACTION_REQUIRED, GIVE_UP, accept()),
                Arguments.of(PROCESSING, ASK, accept()),
                Arguments.of(PROCESSING, CANCEL, accept(ENDED)),
                Arguments.of(SUCCEEDED, ASK, accept()),
                Arguments.of(SUCCEEDED, CANCEL, reject(new OutcomeContradicted())),
                Arguments.of(DECLINED, ASK, accept()),
                Arguments.of(DECLINED, CANCEL, accept()),
                Arguments.of(ABANDONED, ASK, accept()),
                Arguments.of(ABANDONED, CANCEL, accept()),
                Arguments.of(CANCELLED, REQUEST, accept()),
                Arguments.of(CANCELLED, ASK, accept()),
                Arguments.of(CANCELLED, NOTE, accept()),
                Arguments.of(CANCELLED, CAPTURE, accept(CAPTURED)),
                Arguments.of(CANCELLED, DECLINE, accept()),
                Arguments.of(CANCELLED, CANCEL, accept()),
                Arguments.of(CANCELLED, GIVE_UP, accept()));
    }

    @ParameterizedTest
    @MethodSource("everyPairOfStateAndCommand")
    void decides(
            PaymentIntent state,
            TopUpCommand command,
            Decision<TopUpEvent, TopUpRejection> expected) {
        assertThat(decider.decide(command, state)).isEqualTo(expected);
    }

    @Test
    void neverCreditsAnotherAmountThanWasAskedFor() {
        var other = new ConfirmCapture(INTENT, "ch_1", Money.of(500_01, "USD"), LATER);

        assertThat(decider.decide(other, PROCESSING)).isEqualTo(reject(new AmountDiffers()));
    }

    @Test
    void evolvesThroughItsStates() {
        assertThat(decider.evolve(decider.initial(), new TopUpRequested(TOP_UP)))
                .isEqualTo(CREATED);
        assertThat(decider.evolve(CREATED, STARTED)).isEqualTo(PROCESSING);
        assertThat(decider.evolve(CREATED, ASKED)).isEqualTo(ACTION_REQUIRED);
        assertThat(decider.evolve(ACTION_REQUIRED, STARTED)).isEqualTo(PROCESSING);
        assertThat(decider.evolve(ACTION_REQUIRED, ENDED))
                .isEqualTo(new Cancelled(TOP_UP, Cancellation.PAYER, LATER));
        assertThat(decider.evolve(CANCELLED, CAPTURED))
                .isEqualTo(new Succeeded(TOP_UP, "ch_1", LATER));
        assertThat(decider.evolve(PROCESSING, CAPTURED))
                .isEqualTo(new Succeeded(TOP_UP, "ch_1", LATER));
        assertThat(decider.evolve(PROCESSING, REFUSED))
                .isEqualTo(new Declined(TOP_UP, "ch_1", "CARD_DECLINED", LATER));
        assertThat(decider.evolve(CREATED, GAVE_UP)).isEqualTo(new Abandoned(TOP_UP, LATER));
        assertThat(decider.evolve(ABANDONED, CAPTURED))
                .isEqualTo(new Succeeded(TOP_UP, "ch_1", LATER));
    }

    @Test
    void refusesToReplayAnEventThatCannotFollow() {
        assertThatIllegalStateException().isThrownBy(() -> decider.evolve(SUCCEEDED, CAPTURED));
        assertThatIllegalStateException().isThrownBy(() -> decider.evolve(DECLINED, CAPTURED));
        assertThatIllegalStateException().isThrownBy(() -> decider.evolve(ABSENT, STARTED));
        assertThatIllegalStateException().isThrownBy(() -> decider.evolve(PROCESSING, ASKED));
        assertThatIllegalStateException().isThrownBy(() -> decider.evolve(SUCCEEDED, ENDED));
    }

    @Test
    void postsTheDepositOfASuccessfulTopUp() {
        var journal = TopUpJournals.of(new TopUpSucceeded(TOP_UP, "ch_1", LATER));

        var usd = Currency.getInstance("USD");
        assertThat(journal)
                .isEqualTo(
                        new Journal(
                                new JournalSource("top-up", INTENT.value(), "succeeded"),
                                Reason.DEPOSIT,
                                "Top-up",
                                LATER,
                                List.of(
                                        debit(new CashClearing(usd), AMOUNT),
                                        credit(new Available(ACME, usd), AMOUNT))));
    }
}

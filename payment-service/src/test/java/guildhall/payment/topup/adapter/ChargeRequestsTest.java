package guildhall.payment.topup.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.paymentmethod.PaymentMethodId;
import guildhall.payment.paymentmethod.PaymentMethods;
import guildhall.payment.paymentmethod.SavedMethod;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.topup.CancelOutcome;
import guildhall.payment.topup.Cancellation;
import guildhall.payment.topup.PaymentIntent;
import guildhall.payment.topup.PaymentIntent.Abandoned;
import guildhall.payment.topup.PaymentIntent.ActionRequired;
import guildhall.payment.topup.PaymentIntent.Cancelled;
import guildhall.payment.topup.PaymentIntent.Created;
import guildhall.payment.topup.PaymentIntent.Processing;
import guildhall.payment.topup.PaymentIntent.Succeeded;
import guildhall.payment.topup.PaymentProvider;
import guildhall.payment.topup.ProviderCharge;
import guildhall.payment.topup.ProviderCharge.AwaitsPayer;
import guildhall.payment.topup.ProviderCharge.Captured;
import guildhall.payment.topup.ProviderCharge.Ended;
import guildhall.payment.topup.ProviderCharge.Underway;
import guildhall.payment.topup.TopUp;
import guildhall.payment.topup.TopUpCommand;
import guildhall.payment.topup.TopUpDecider;
import guildhall.payment.topup.TopUpEvent;
import guildhall.payment.topup.TopUpRejection;
import guildhall.payment.topup.TopUps;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is asked what, and whose answer counts. */
class ChargeRequestsTest {
    static final Duration TIME_OUT = Duration.ofMinutes(30);
    static final Money AMOUNT = Money.of(50_00, "USD");
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final TopUp TOP_UP =
            new TopUp(
                    new PaymentIntentId(new UUID(0, 1)),
                    new Side(
                            new Party(PartyType.BUSINESS, new UUID(0, 2)),
                            new UserId(new UUID(0, 3))),
                    AMOUNT,
                    NOON);

    final TestClock clock = new TestClock();
    final Provider provider = new Provider();
    final Memory topUps = new Memory();
    final ChargeRequests charges =
            new ChargeRequests(
                    provider,
                    topUps,
                    new NoMethods(),
                    new TopUpProperties(1_000_000, Duration.ofSeconds(30), TIME_OUT),
                    clock);

    @BeforeEach
    void atNoon() {
        clock.set(NOON);
    }

    @Test
    void leavesThePayerTimeUntilTheDeadline() {
        provider.charge = Optional.of(new AwaitsPayer("ch_1"));
        clock.set(NOON.plus(TIME_OUT).minusMillis(1));

        charges.check(TOP_UP);

        assertThat(topUps.state).isEqualTo(new ActionRequired(TOP_UP, "ch_1"));
        assertThat(provider.requests).containsExactly("query");
    }

    @Test
    void cancelsAtTheProviderWhatNobodyHasCompletedInTime() {
        provider.charge = Optional.of(new AwaitsPayer("ch_1"));
        clock.set(NOON.plus(TIME_OUT));

        charges.check(TOP_UP);

        assertThat(topUps.state)
                .isEqualTo(new Cancelled(TOP_UP, Cancellation.TIME_OUT, NOON.plus(TIME_OUT)));
        assertThat(provider.requests).containsExactly("query", "cancel");
    }

    @Test
    void believesTheProviderWhenThePayerWasFasterThanTheDeadline() {
        provider.charge = Optional.of(new AwaitsPayer("ch_1"));
        provider.whenCancelled = Optional.of(new Captured("ch_1", AMOUNT));
        clock.set(NOON.plus(TIME_OUT));

        charges.check(TOP_UP);

        assertThat(topUps.state).isEqualTo(new Succeeded(TOP_UP, "ch_1", NOON.plus(TIME_OUT)));
    }

    @Test
    void neverCancelsWhatTheProviderWorksOn() {
        provider.charge = Optional.of(new Underway("ch_1"));
        clock.set(NOON.plus(TIME_OUT.multipliedBy(50)));

        charges.check(TOP_UP);

        assertThat(topUps.state).isEqualTo(new Processing(TOP_UP, "ch_1"));
    }

    @Test
    void asksAgainSoonWhenTheProviderIsSilentAfterTheDeadline() {
        provider.isSilent = true;
        charges.check(TOP_UP);
        clock.set(NOON.plus(TIME_OUT));

        assertThatThrownBy(() -> charges.check(TOP_UP))
                .isInstanceOf(ProviderUnavailableException.class);

        assertThat(topUps.state).isEqualTo(new Created(TOP_UP));
    }

    @Test
    void givesUpWhatTheProviderNeverGot() {
        clock.set(NOON.plus(TIME_OUT));

        charges.check(TOP_UP);

        assertThat(topUps.state).isEqualTo(new Abandoned(TOP_UP, NOON.plus(TIME_OUT)));
    }

    @Test
    void cancelsForThePayerAtTheProviderFirst() {
        var waiting = new ActionRequired(TOP_UP, "ch_1");
        topUps.state = waiting;
        provider.charge = Optional.of(new AwaitsPayer("ch_1"));

        provider.isSilent = true;
        assertThat(charges.cancel(waiting)).isEqualTo(CancelOutcome.UNKNOWN);
        assertThat(topUps.state).isEqualTo(waiting);
        provider.isSilent = false;
        assertThat(charges.cancel(waiting)).isEqualTo(CancelOutcome.CANCELLED);

        assertThat(topUps.state).isEqualTo(new Cancelled(TOP_UP, Cancellation.PAYER, NOON));
        assertThat(charges.cancel(waiting)).isEqualTo(CancelOutcome.CANCELLED);
    }

    @Test
    void chargesThePayerWhoWasFasterThanTheWishToCancel() {
        var waiting = new ActionRequired(TOP_UP, "ch_1");
        topUps.state = waiting;

        provider.charge = Optional.of(new Underway("ch_1"));
        assertThat(charges.cancel(waiting)).isEqualTo(CancelOutcome.TOO_LATE);
        assertThat(topUps.state).isEqualTo(new Processing(TOP_UP, "ch_1"));
        provider.charge = Optional.of(new Captured("ch_1", AMOUNT));
        assertThat(charges.cancel(waiting)).isEqualTo(CancelOutcome.ENDED);
        assertThat(topUps.state).isEqualTo(new Succeeded(TOP_UP, "ch_1", NOON));
    }

    @Test
    void cancelsHereWhatTheProviderHasNotHeardOfAndThereWhenItHas() {
        assertThat(charges.cancel(new Created(TOP_UP))).isEqualTo(CancelOutcome.CANCELLED);
        var cancelled = new Cancelled(TOP_UP, Cancellation.PAYER, NOON);
        assertThat(topUps.state).isEqualTo(cancelled);

        provider.charge = Optional.of(new AwaitsPayer("ch_1"));
        assertThat(charges.isOver(cancelled)).isTrue();

        assertThat(provider.charge).contains(new Ended("ch_1", Cancellation.PAYER));
        assertThat(topUps.state).isEqualTo(cancelled);
    }

    @Test
    void booksWhatWasCapturedAlthoughItWasCancelled() {
        var cancelled = new Cancelled(TOP_UP, Cancellation.PAYER, NOON);
        topUps.state = cancelled;

        provider.charge = Optional.of(new Underway("ch_1"));
        assertThat(charges.isOver(cancelled)).isFalse();
        provider.charge = Optional.of(new Captured("ch_1", AMOUNT));
        assertThat(charges.isOver(cancelled)).isTrue();

        assertThat(topUps.state).isEqualTo(new Succeeded(TOP_UP, "ch_1", NOON));
    }

    /** One charge. */
    static final class Provider implements PaymentProvider {
        Optional<ProviderCharge> charge = Optional.empty();
        Optional<ProviderCharge> whenCancelled = Optional.empty();
        boolean isSilent;
        final List<String> requests = new ArrayList<>();

        @Override
        public ProviderCharge submit(PaymentIntentId intent, Money amount) {
            return answer("submit").orElseThrow();
        }

        @Override
        public Optional<ProviderCharge> query(PaymentIntentId intent) {
            return answer("query");
        }

        @Override
        public Optional<ProviderCharge> cancel(PaymentIntentId intent, Cancellation by) {
            answer("cancel");
            if (charge.isPresent() && charge.get() instanceof AwaitsPayer(var reference)) {
                charge = whenCancelled.or(() -> Optional.of(new Ended(reference, by)));
            }
            return charge;
        }

        @Override
        public Optional<Confirmation> confirmation(PaymentIntentId intent) {
            throw new UnsupportedOperationException("Nobody asks for it");
        }

        private Optional<ProviderCharge> answer(String request) {
            requests.add(request);
            if (isSilent) {
                throw new ProviderUnavailableException("silent");
            }
            return charge;
        }
    }

    /** One top-up. */
    static final class Memory implements TopUps {
        private final TopUpDecider decider = new TopUpDecider();
        PaymentIntent state = new Created(TOP_UP);

        @Override
        public Decision<TopUpEvent, TopUpRejection> handle(TopUpCommand command) {
            var decision = decider.decide(command, state);
            if (decision instanceof Accepted(var events)) {
                events.forEach(event -> state = decider.evolve(state, event));
            }
            return decision;
        }
    }

    static final class NoMethods implements PaymentMethods {
        @Override
        public List<SavedMethod> of(Party owner) {
            return List.of();
        }

        @Override
        public void choose(PaymentIntentId intent, PaymentMethodId method) {
            throw new UnsupportedOperationException("There is none");
        }

        @Override
        public Optional<SavedMethod> chosenFor(PaymentIntentId intent) {
            return Optional.empty();
        }
    }
}

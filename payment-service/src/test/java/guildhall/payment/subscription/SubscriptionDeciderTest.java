package guildhall.payment.subscription;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.id.SubscriptionId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Journal;
import guildhall.payment.subscription.Plan.Entitlement;
import guildhall.payment.subscription.Subscription.Absent;
import guildhall.payment.subscription.Subscription.Active;
import guildhall.payment.subscription.Subscription.Cancelled;
import guildhall.payment.subscription.Subscription.Expired;
import guildhall.payment.subscription.Subscription.PastDue;
import guildhall.payment.subscription.Subscription.Trialing;
import guildhall.payment.subscription.SubscriptionCommand.Advance;
import guildhall.payment.subscription.SubscriptionCommand.Cancel;
import guildhall.payment.subscription.SubscriptionCommand.ChangePlan;
import guildhall.payment.subscription.SubscriptionCommand.PayNow;
import guildhall.payment.subscription.SubscriptionCommand.Subscribe;
import guildhall.payment.subscription.SubscriptionEvent.PeriodPaid;
import guildhall.payment.subscription.SubscriptionEvent.PlanChangeScheduled;
import guildhall.payment.subscription.SubscriptionEvent.SubscriptionCancelled;
import guildhall.payment.subscription.SubscriptionEvent.SubscriptionExpired;
import guildhall.payment.subscription.SubscriptionEvent.SubscriptionGivenUp;
import guildhall.payment.subscription.SubscriptionEvent.TrialPlanChanged;
import guildhall.payment.subscription.SubscriptionEvent.TrialStarted;
import guildhall.payment.subscription.SubscriptionEvent.Upgraded;
import guildhall.payment.subscription.SubscriptionRejection.HasEnded;
import guildhall.payment.subscription.SubscriptionRejection.InsufficientFunds;
import guildhall.payment.subscription.SubscriptionRejection.IsPastDue;
import guildhall.payment.subscription.SubscriptionRejection.NothingDue;
import guildhall.payment.subscription.SubscriptionRejection.UnknownSubscription;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubscriptionDeciderTest {
    static final Instant APRIL = Instant.parse("2027-04-01T00:00:00Z");
    static final Instant MIDDLE = Instant.parse("2027-04-16T00:00:00Z");
    static final Instant MAY = Instant.parse("2027-05-01T00:00:00Z");
    static final Instant JUNE = Instant.parse("2027-06-01T00:00:00Z");
    static final Currency USD = Currency.getInstance("USD");
    static final SubscriptionId ID = new SubscriptionId(new UUID(0, 1));
    static final UUID CHANGE = new UUID(0, 2);
    static final Side ACME =
            new Side(new Party(PartyType.BUSINESS, new UUID(0, 3)), new UserId(new UUID(0, 4)));
    static final Plan PLUS = plan("plus", "plus-1", Instant.EPOCH, 10_00);
    static final Plan PRO = plan("pro", "pro-1", Instant.EPOCH, 30_00);
    static final Plan PRO_2 = plan("pro", "pro-2", MAY, 40_00);
    static final SubscriptionDecider DECIDER =
            new SubscriptionDecider(
                    new Plans(List.of(PRO_2, PRO, PLUS)),
                    new Dunning(List.of(days(1), days(3), days(5), days(7))));

    static final Terms TERMS = Terms.of(ID, ACME, PLUS, APRIL);
    static final Period FIRST = new Period(APRIL, MAY);
    static final Period SECOND = new Period(MAY, JUNE);
    static final Active ACTIVE = new Active(TERMS, FIRST);
    static final PastDue PAST_DUE = new PastDue(TERMS, SECOND, 1, MAY.plus(days(1)));

    @Test
    void beginsWithATrialThatIsPaidFromItsEnd() {
        var end = APRIL.plus(days(14));
        var terms = Terms.of(ID, ACME, PLUS, end);

        assertThat(decide(subscribe(true, 0), new Absent()))
                .isEqualTo(accept(new TrialStarted(terms, end, APRIL)));
        assertThat(decide(advance(10_00, end), new Trialing(terms, end)))
                .isEqualTo(
                        accept(
                                new PeriodPaid(
                                        terms,
                                        new Period(end, Instant.parse("2027-05-15T00:00:00Z")),
                                        false,
                                        end)));
    }

    @Test
    void paysTheFirstPeriodAtOnceWithoutATrial() {
        assertThat(decide(subscribe(false, 10_00), new Absent()))
                .isEqualTo(accept(new PeriodPaid(TERMS, FIRST, false, APRIL)));
        assertThat(decide(subscribe(false, 9_99), new Absent()))
                .isEqualTo(reject(new InsufficientFunds()));
        assertThat(decide(subscribe(false, 0), ACTIVE)).isEqualTo(accept());
        assertThat(journal(new PeriodPaid(TERMS, FIRST, false, APRIL)).entries())
                .containsExactly(
                        debit(new Available(ACME.party(), USD), usd(10_00)),
                        credit(new FeeRevenue(USD), usd(10_00)));
    }

    @Test
    void renewsWhenItsPeriodIsOverAndNotBefore() {
        assertThat(decide(advance(10_00, MAY), ACTIVE))
                .isEqualTo(accept(new PeriodPaid(TERMS, SECOND, false, MAY)));
        assertThat(after(advance(10_00, MAY), ACTIVE)).isEqualTo(new Active(TERMS, SECOND));
        assertThat(decide(advance(10_00, MAY.minusNanos(1)), ACTIVE)).isEqualTo(accept());
    }

    @Test
    void renewsWithTheNewestVersionOfItsPlan() {
        var pro = new Active(TERMS.on(PRO), FIRST);

        assertThat(after(advance(40_00, MAY), pro)).isEqualTo(new Active(TERMS.on(PRO_2), SECOND));
    }

    @Test
    void triesAMissedChargeAgainAfterOneThreeFiveAndSevenDays() {
        Subscription state = ACTIVE;
        var at = MAY;
        for (var tryAgainAfter : List.of(1, 3, 5, 7)) {
            state = after(advance(9_99, at), state);
            at = MAY.plus(days(tryAgainAfter));
            assertThat(((PastDue) state).nextAttempt()).isEqualTo(at);
        }

        assertThat(state).isEqualTo(new PastDue(TERMS, SECOND, 4, at));
        assertThat(decide(advance(9_99, at), state))
                .isEqualTo(accept(new SubscriptionGivenUp(TERMS, SECOND, at)));
        assertThat(after(advance(10_00, at), state)).isEqualTo(new Active(TERMS, SECOND));
        assertThat(decide(advance(10_00, at), state))
                .isEqualTo(accept(new PeriodPaid(TERMS, SECOND, true, at)));
    }

    @Test
    void letsTheSubscriberPayBeforeTheNextTry() {
        assertThat(decide(new PayNow(ID, usd(10_00), MAY), PAST_DUE))
                .isEqualTo(accept(new PeriodPaid(TERMS, SECOND, true, MAY)));
        assertThat(decide(new PayNow(ID, usd(9_99), MAY), PAST_DUE))
                .isEqualTo(reject(new InsufficientFunds()));
        assertThat(decide(new PayNow(ID, usd(10_00), MAY), ACTIVE))
                .isEqualTo(reject(new NothingDue()));
    }

    @Test
    void chargesTheDifferenceOfADearerPlanForTheRestOfThePeriod() {
        var upgraded = new Upgraded(TERMS.on(PRO), FIRST, CHANGE, usd(10_00), MIDDLE);

        assertThat(decide(change(PRO, 10_00), ACTIVE)).isEqualTo(accept(upgraded));
        assertThat(after(change(PRO, 10_00), ACTIVE)).isEqualTo(new Active(TERMS.on(PRO), FIRST));
        assertThat(decide(change(PRO, 9_99), ACTIVE)).isEqualTo(reject(new InsufficientFunds()));
        assertThat(journal(upgraded).entries().getFirst().amount()).isEqualTo(usd(10_00));
    }

    @Test
    void waitsWithACheaperPlanUntilThePeriodIsOver() {
        var pro = new Active(TERMS.on(PRO), FIRST);
        var scheduled = new Active(TERMS.on(PRO).then("plus"), FIRST);

        assertThat(decide(change(PLUS, 0), pro))
                .isEqualTo(accept(new PlanChangeScheduled(scheduled.terms(), FIRST, MIDDLE)));
        assertThat(decide(change(PLUS, 0), scheduled)).isEqualTo(accept());
        assertThat(after(change(PRO, 0), scheduled)).isEqualTo(pro);
        assertThat(after(advance(10_00, MAY), scheduled)).isEqualTo(new Active(TERMS, SECOND));
    }

    @Test
    void changesThePlanOfATrialForNothing() {
        var trial = new Trialing(TERMS, MAY);

        assertThat(decide(change(PRO, 0), trial))
                .isEqualTo(accept(new TrialPlanChanged(TERMS.on(PRO), MAY, MIDDLE)));
        assertThat(decide(change(PLUS, 0), trial)).isEqualTo(accept());
        assertThat(decide(change(PRO, 99_00), PAST_DUE)).isEqualTo(reject(new IsPastDue()));
    }

    @Test
    void keepsItsBenefitsAfterACancellationAndIsNeverChargedAgain() {
        var cancelled = new Cancelled(TERMS, MAY);

        assertThat(decide(new Cancel(ID, MIDDLE), ACTIVE))
                .isEqualTo(accept(new SubscriptionCancelled(TERMS, MAY, MIDDLE)));
        assertThat(decide(new Cancel(ID, MIDDLE), new Trialing(TERMS, MAY)))
                .isEqualTo(accept(new SubscriptionCancelled(TERMS, MAY, MIDDLE)));
        assertThat(decide(new Cancel(ID, MIDDLE), cancelled)).isEqualTo(accept());
        assertThat(decide(advance(99_00, MAY), cancelled))
                .isEqualTo(accept(new SubscriptionExpired(TERMS, MAY)));
        assertThat(decide(advance(99_00, MIDDLE), cancelled)).isEqualTo(accept());
        assertThat(decide(change(PRO, 99_00), cancelled)).isEqualTo(reject(new HasEnded()));
    }

    @Test
    void endsAtOnceWhenWhatIsPastDueIsCancelled() {
        assertThat(decide(new Cancel(ID, MAY), PAST_DUE))
                .isEqualTo(accept(new SubscriptionGivenUp(TERMS, SECOND, MAY)));
    }

    @Test
    void doesNothingMoreOnceItIsOver() {
        var over = new Expired(TERMS, MAY);

        assertThat(over.wakeAt()).isEmpty();
        assertThat(decide(advance(99_00, JUNE), over)).isEqualTo(accept());
        assertThat(decide(new Cancel(ID, JUNE), over)).isEqualTo(accept());
        assertThat(decide(new PayNow(ID, usd(99_00), JUNE), over))
                .isEqualTo(reject(new NothingDue()));
        assertThat(decide(advance(0, MAY), new Absent()))
                .isEqualTo(reject(new UnknownSubscription()));
        assertThatThrownBy(() -> DECIDER.evolve(over, new PeriodPaid(TERMS, SECOND, false, JUNE)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sellsTheNewestVersionOfEachPlanThatIsInForce() {
        var plans = new Plans(List.of(PRO, PLUS, PRO_2));

        assertThat(plans.inForce(APRIL)).containsExactlyInAnyOrder(PRO, PLUS);
        assertThat(plans.inForce(MAY)).containsExactlyInAnyOrder(PRO_2, PLUS);
        assertThat(plans.find("gold", MAY)).isEmpty();
    }

    private static Plan plan(String id, String version, Instant from, long price) {
        return new Plan(id, version, from, usd(price), 1, 14, List.of(new Entitlement("seats", 1)));
    }

    private static Subscribe subscribe(boolean trial, long available) {
        return new Subscribe(TERMS, trial, usd(available), APRIL);
    }

    private static Advance advance(long available, Instant at) {
        return new Advance(ID, usd(available), at);
    }

    private static ChangePlan change(Plan plan, long available) {
        return new ChangePlan(ID, CHANGE, plan, usd(available), MIDDLE);
    }

    private static Decision<SubscriptionEvent, SubscriptionRejection> decide(
            SubscriptionCommand command, Subscription state) {
        return DECIDER.decide(command, state);
    }

    private static Subscription after(SubscriptionCommand command, Subscription state) {
        var accepted = (Accepted<SubscriptionEvent, SubscriptionRejection>) decide(command, state);
        return DECIDER.evolve(state, accepted.events().getFirst());
    }

    private static Journal journal(SubscriptionEvent event) {
        return SubscriptionJournals.of(event).orElseThrow();
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    private static Money usd(long amount) {
        return new Money(amount, USD);
    }
}

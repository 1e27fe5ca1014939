package guildhall.payment.stripe.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.id.PayoutId;
import guildhall.messages.money.Money;
import guildhall.payment.payout.PayoutProvider.Transfer;
import guildhall.payment.payout.PayoutReport.PayoutPaid;
import guildhall.payment.payout.PayoutReport.PayoutRefused;
import guildhall.payment.payout.PayoutReport.PayoutUnderway;
import guildhall.payment.payout.RefusalKind;
import guildhall.payment.payout.Speed;
import guildhall.payment.provider.ProviderUnavailableException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripePayoutsTest {
    static final PayoutId PAYOUT = new PayoutId(new UUID(3, 1));
    static final Money NET = Money.of(45_00, "USD");
    static final Transfer FIRST = new Transfer(PAYOUT, 1, "acct_1", NET, Speed.INSTANT);

    final StripeStub stripe = new StripeStub();
    final Attempts log = new Attempts();
    final StripePayouts payouts = new StripePayouts(StripeChargesTest.client(stripe), log);

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void sendsMoneyToTheConnectedAccountAndFromThereToTheBank() {
        assertThat(payouts.submit(FIRST)).isEqualTo("po_1");

        assertThat(stripe.requests).containsExactly("POST /v1/transfers", "POST /v1/payouts");
        assertThat(stripe.lastForm)
                .containsEntry("amount", "4500")
                .containsEntry("currency", "usd")
                .containsEntry("method", "instant")
                .containsEntry("metadata[guildhall_id]", PAYOUT.toString())
                .containsEntry("metadata[guildhall_attempt]", "1");
        assertThat(stripe.lastAccount).isEqualTo("acct_1");
        assertThat(payouts.query(PAYOUT, 1)).contains(new PayoutUnderway(PAYOUT, 1));
        assertThat(payouts.query(PAYOUT, 2)).isEmpty();
    }

    @Test
    void isPaidWhenTheBankHasIt() {
        payouts.submit(FIRST);
        stripe.payoutStatus = "paid";

        assertThat(payouts.query(PAYOUT, 1)).contains(new PayoutPaid(PAYOUT, 1, "po_1", NET));
        assertThat(payouts.told(PAYOUT, 1, "paid", null))
                .contains(new PayoutPaid(PAYOUT, 1, "po_1", NET));
    }

    @Test
    void bringsTheMoneyBackOnceBeforeItReportsAFailure() {
        payouts.submit(FIRST);
        var refused =
                new PayoutRefused(PAYOUT, 1, "ACCOUNT_CLOSED", RefusalKind.DESTINATION_REJECTED);

        assertThat(payouts.told(PAYOUT, 1, "failed", "account_closed")).contains(refused);
        assertThat(payouts.told(PAYOUT, 1, "failed", "account_closed")).contains(refused);
        assertThat(payouts.query(PAYOUT, 1)).contains(refused);

        assertThat(stripe.requests)
                .containsExactly(
                        "POST /v1/transfers",
                        "POST /v1/payouts",
                        "POST /v1/transfers/tr_1/reversals");
    }

    /** The payout knows whether it was paid, and hence whether this is a return. */
    @Test
    void believesThatWhatWasPaidCameBackWhicheverItHearsFirst() {
        payouts.submit(FIRST);
        var refused = new PayoutRefused(PAYOUT, 1, "NO_ACCOUNT", RefusalKind.DESTINATION_REJECTED);
        assertThat(payouts.told(PAYOUT, 1, "paid", null))
                .contains(new PayoutPaid(PAYOUT, 1, "po_1", NET));

        assertThat(payouts.told(PAYOUT, 1, "failed", "no_account")).contains(refused);
        assertThat(payouts.told(PAYOUT, 1, "paid", null)).contains(refused);

        assertThat(stripe.requests).contains("POST /v1/transfers/tr_1/reversals");
    }

    @Test
    void doesNotReportAFailureWhileTheMoneyIsNotBack() {
        payouts.submit(FIRST);
        stripe.failOnce(500, "{\"error\": {\"type\": \"api_error\"}}");

        assertThatThrownBy(() -> payouts.told(PAYOUT, 1, "failed", "account_closed"))
                .isInstanceOf(ProviderUnavailableException.class);

        assertThat(payouts.query(PAYOUT, 1)).contains(new PayoutUnderway(PAYOUT, 1));
    }

    @Test
    void bringsTheMoneyBackWhenTheAccountCannotPayOut() {
        stripe.failAt(
                "/v1/payouts",
                400,
                """
                {"error": {"type": "invalid_request_error",
                 "code": "payouts_not_allowed", "message": "No payouts"}}
                """);

        payouts.submit(FIRST);

        assertThat(stripe.requests).contains("POST /v1/transfers/tr_1/reversals");
        assertThat(payouts.query(PAYOUT, 1))
                .contains(
                        new PayoutRefused(
                                PAYOUT,
                                1,
                                "PAYOUTS_NOT_ALLOWED",
                                RefusalKind.DESTINATION_REJECTED));
    }

    @Test
    void movesNothingWhenWeHaveNotEnoughAtStripe() {
        stripe.failAt(
                "/v1/transfers",
                400,
                """
                {"error": {"type": "invalid_request_error",
                 "code": "balance_insufficient", "message": "Not enough"}}
                """);

        payouts.submit(FIRST);
        payouts.submit(FIRST);

        assertThat(payouts.query(PAYOUT, 1))
                .contains(
                        new PayoutRefused(
                                PAYOUT, 1, "BALANCE_INSUFFICIENT", RefusalKind.TEMPORARY));
        assertThat(stripe.requests).isEmpty();
    }

    @Test
    void goesOnWhereAnAnswerWasLost() {
        stripe.loseAnswerOnce();
        assertThatThrownBy(() -> payouts.submit(FIRST))
                .isInstanceOf(ProviderUnavailableException.class);

        assertThat(payouts.query(PAYOUT, 1)).isEmpty();
        assertThat(payouts.submit(FIRST)).isEqualTo("po_1");
        assertThat(stripe.transfers).hasSize(1);
    }

    @Test
    void knowsNothingOfSomebodyElsesPayouts() {
        assertThat(payouts.told(PAYOUT, 1, "paid", null)).isEmpty();
    }

    /** In memory. */
    static final class Attempts implements StripePayoutLog {
        private final Map<String, Attempt> attempts = new HashMap<>();

        @Override
        public void begin(Transfer transfer) {
            attempts.putIfAbsent(
                    key(transfer.payout(), transfer.attempt()),
                    new Attempt(transfer.externalAccount(), transfer.amount(), null, null, null));
        }

        @Override
        public Optional<Attempt> find(PayoutId payout, int attempt) {
            return Optional.ofNullable(attempts.get(key(payout, attempt)));
        }

        @Override
        public void transferred(PayoutId payout, int attempt, String id) {
            var known = find(payout, attempt).orElseThrow();
            put(payout, attempt, known, id, known.stripePayoutId(), known.refusal());
        }

        @Override
        public void paying(PayoutId payout, int attempt, String id) {
            var known = find(payout, attempt).orElseThrow();
            put(payout, attempt, known, known.transferId(), id, known.refusal());
        }

        @Override
        public void refused(PayoutId payout, int attempt, String code) {
            var known = find(payout, attempt).orElseThrow();
            put(payout, attempt, known, known.transferId(), known.stripePayoutId(), code);
        }

        private void put(
                PayoutId payout,
                int attempt,
                Attempt known,
                @Nullable String transfer,
                @Nullable String paying,
                @Nullable String refusal) {
            attempts.put(
                    key(payout, attempt),
                    new Attempt(known.account(), known.amount(), transfer, paying, refusal));
        }

        private static String key(PayoutId payout, int attempt) {
            return payout + "/" + attempt;
        }
    }
}

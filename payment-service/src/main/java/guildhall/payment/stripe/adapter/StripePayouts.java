package guildhall.payment.stripe.adapter;

import static guildhall.payment.stripe.adapter.StripeCharges.OUR_ID;
import static guildhall.payment.stripe.adapter.StripeCharges.unavailable;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferReversalCreateParams;
import guildhall.messages.id.PayoutId;
import guildhall.payment.payout.PayoutProvider;
import guildhall.payment.payout.PayoutReport;
import guildhall.payment.payout.PayoutReport.PayoutPaid;
import guildhall.payment.payout.PayoutReport.PayoutRefused;
import guildhall.payment.payout.PayoutReport.PayoutUnderway;
import guildhall.payment.payout.Speed;
import guildhall.payment.stripe.StripeMoney;
import guildhall.payment.stripe.StripeRefusal;
import guildhall.payment.stripe.adapter.StripePayoutLog.Attempt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Money goes to the connected account first (a transfer) and from there to the bank (a payout of
 * that account). When the second step fails, the first is reversed before the failure is reported.
 */
@WithStripe
@Component
class StripePayouts implements PayoutProvider {
    /** In the metadata, beside our id. */
    static final String ATTEMPT = "guildhall_attempt";

    private final StripeClient stripe;
    private final StripePayoutLog log;

    StripePayouts(StripeClient stripe, StripePayoutLog log) {
        this.stripe = stripe;
        this.log = log;
    }

    @Override
    public String provider() {
        return StripeConfiguration.PROVIDER;
    }

    @Override
    public String submit(Transfer transfer) {
        log.begin(transfer);
        var before = log.find(transfer.payout(), transfer.attempt()).orElseThrow();
        if (before.refusal() != null) {
            return name(transfer);
        }
        return transferred(transfer) ? paidOut(transfer) : name(transfer);
    }

    /** Whether the money is with the connected account now. */
    private boolean transferred(Transfer transfer) {
        var params =
                TransferCreateParams.builder()
                        .setAmount(StripeMoney.amount(transfer.amount()))
                        .setCurrency(StripeMoney.code(transfer.amount().currency()))
                        .setDestination(transfer.externalAccount())
                        .setTransferGroup(transfer.payout().toString())
                        .putMetadata(OUR_ID, transfer.payout().toString())
                        .build();
        try {
            var options = options(name(transfer) + "/transfer").build();
            var created = stripe.v1().transfers().create(params, options);
            log.transferred(transfer.payout(), transfer.attempt(), created.getId());
            return true;
        } catch (InvalidRequestException e) {
            log.refused(transfer.payout(), transfer.attempt(), code(e.getCode()));
            return false;
        } catch (StripeException e) {
            throw unavailable("A transfer", e);
        }
    }

    private String paidOut(Transfer transfer) {
        var params =
                PayoutCreateParams.builder()
                        .setAmount(StripeMoney.amount(transfer.amount()))
                        .setCurrency(StripeMoney.code(transfer.amount().currency()))
                        .setMethod(method(transfer.speed()))
                        .putMetadata(OUR_ID, transfer.payout().toString())
                        .putMetadata(ATTEMPT, Integer.toString(transfer.attempt()))
                        .build();
        try {
            var options =
                    options(name(transfer) + "/payout")
                            .setStripeAccount(transfer.externalAccount())
                            .build();
            var created = stripe.v1().payouts().create(params, options);
            log.paying(transfer.payout(), transfer.attempt(), created.getId());
            return created.getId();
        } catch (InvalidRequestException | CardException e) {
            bringBack(transfer.payout(), transfer.attempt(), code(e.getCode()));
            return name(transfer);
        } catch (StripeException e) {
            throw unavailable("A payout", e);
        }
    }

    private static PayoutCreateParams.Method method(Speed speed) {
        return switch (speed) {
            case STANDARD -> PayoutCreateParams.Method.STANDARD;
            case INSTANT -> PayoutCreateParams.Method.INSTANT;
        };
    }

    @Override
    public Optional<PayoutReport> query(PayoutId payout, int attempt) {
        var known = log.find(payout, attempt);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var found = known.get();
        if (found.refusal() != null) {
            return Optional.of(refused(payout, attempt, found.refusal()));
        }
        if (found.stripePayoutId() == null) {
            return Optional.empty(); // Asking again goes on where it was left.
        }
        try {
            var options = RequestOptions.builder().setStripeAccount(found.account()).build();
            var there = stripe.v1().payouts().retrieve(found.stripePayoutId(), options);
            return told(payout, attempt, there.getStatus(), there.getFailureCode());
        } catch (StripeException e) {
            throw unavailable("The state of a payout", e);
        }
    }

    /**
     * What a status that Stripe reports means; empty for an attempt that is not ours.
     *
     * @throws guildhall.payment.provider.ProviderUnavailableException when the money of a failed
     *     attempt could not be brought back yet
     */
    Optional<PayoutReport> told(
            PayoutId payout, int attempt, String status, @Nullable String failureCode) {
        return log.find(payout, attempt)
                .map(known ->
                        switch (status) {
                            case "paid" -> paid(payout, attempt, known);
                            case "failed", "canceled" -> {
                                bringBack(payout, attempt, code(failureCode));
                                yield refused(payout, attempt, code(failureCode));
                            }
                            default -> new PayoutUnderway(payout, attempt);
                        });
    }

    /** Unless we know already that it has come back since: this is the older news then. */
    private static PayoutReport paid(PayoutId payout, int attempt, Attempt known) {
        if (known.refusal() != null) {
            return refused(payout, attempt, known.refusal());
        }
        var reference = Optional.ofNullable(known.stripePayoutId()).orElse(name(payout, attempt));
        return new PayoutPaid(payout, attempt, reference, known.amount());
    }

    private static PayoutReport refused(PayoutId payout, int attempt, String code) {
        return new PayoutRefused(
                payout, attempt, StripeRefusal.reason(code), StripeRefusal.kind(code));
    }

    /** From the connected account to us; again changes nothing. */
    private void bringBack(PayoutId payout, int attempt, String code) {
        var known = log.find(payout, attempt).orElseThrow();
        if (known.refusal() != null) {
            return;
        }
        if (known.transferId() != null) {
            reverse(payout, attempt, known.transferId());
        }
        log.refused(payout, attempt, code);
    }

    private void reverse(PayoutId payout, int attempt, String transferId) {
        var params =
                TransferReversalCreateParams.builder()
                        .putMetadata(OUR_ID, payout.toString())
                        .build();
        try {
            var options = options(name(payout, attempt) + "/reversal").build();
            stripe.v1().transfers().reversals().create(transferId, params, options);
        } catch (StripeException e) {
            throw unavailable("The reversal of a transfer", e);
        }
    }

    private static RequestOptions.RequestOptionsBuilder options(String key) {
        return RequestOptions.builder().setIdempotencyKey(key);
    }

    private static String name(Transfer transfer) {
        return name(transfer.payout(), transfer.attempt());
    }

    private static String name(PayoutId payout, int attempt) {
        return payout + "/" + attempt;
    }

    private static String code(@Nullable String code) {
        return Optional.ofNullable(code).orElse("could_not_process");
    }
}

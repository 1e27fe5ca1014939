package guildhall.payment.asset.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.payment.AssetCommands.CaptureAssetPaymentV1;
import guildhall.messages.payment.AssetCommands.RefundAssetPaymentV1;
import guildhall.messages.payment.AssetEvents;
import guildhall.messages.payment.AssetEvents.AssetPaymentCapturedV1;
import guildhall.messages.payment.AssetEvents.AssetPaymentFailedV1;
import guildhall.messages.payment.AssetEvents.AssetPaymentRefundedV1;
import guildhall.messages.payment.AssetEvents.AssetRefundRejectedV1;
import guildhall.messages.payment.FeeTerms;
import guildhall.payment.asset.Sale;
import guildhall.payment.asset.Sale.Absent;
import guildhall.payment.asset.Sale.Captured;
import guildhall.payment.asset.Sale.Refunded;
import guildhall.payment.asset.Sale.Refused;
import guildhall.payment.asset.SaleRejection;
import guildhall.payment.asset.SaleRejection.AlreadyAvailable;
import guildhall.payment.asset.SaleRejection.NotCaptured;
import guildhall.payment.asset.SaleRejection.TermsDiffer;
import guildhall.payment.asset.SaleRejection.UnknownLicence;
import guildhall.payment.asset.SaleTerms;
import guildhall.payment.fee.ContractKind;
import guildhall.payment.fee.FeeBasis;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.message.MalformedMessageException;
import guildhall.runtime.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes commands about assets, and answers each from the state that it left behind. */
@Component
class AssetMessages {
    private final AssetTransactions assets;
    private final Outbox outbox;
    private final Clock clock;

    AssetMessages(AssetTransactions assets, Outbox outbox, Clock clock) {
        this.assets = assets;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Joins the transaction that has recorded the command in the inbox.
     *
     * @throws MalformedMessageException when it cannot be a sale: nothing to pay, or another kind
     *     of contract
     */
    void capture(CaptureAssetPaymentV1 command) {
        var terms = terms(command);
        var now = now();
        var outcome = assets.capture(terms, now);
        outbox.add(
                switch (outcome.decision()) {
                    case Accepted(var _) -> captured(outcome.sale());
                    case Rejected(var reason) -> failed(terms, code(reason), now);
                });
    }

    private static SaleTerms terms(CaptureAssetPaymentV1 command) {
        try {
            return new SaleTerms(
                    command.licenceId(),
                    command.assetId(),
                    command.title(),
                    command.buyer(),
                    command.seller(),
                    command.price(),
                    basis(command.feeTerms()));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("No sale: " + command.licenceId(), e);
        }
    }

    private static FeeBasis basis(@Nullable FeeTerms terms) {
        if (terms == null) {
            return new FeeBasis(ContractKind.ASSET, null, 0, "");
        }
        return FeeBasis.of(
                ContractKind.valueOf(terms.contractKind()),
                terms.scheduleVersion(),
                terms.sellerLevel(),
                terms.sellerPlan());
    }

    private static AssetEvents captured(Sale sale) {
        return switch (sale) {
            case Captured paid -> captured(paid);
            case Refunded(var paid, _) -> captured(paid);
            case Refused(var terms, var reason, var at) -> failed(terms, reason.name(), at);
            case Absent _ -> throw new IllegalStateException("A sale that left nothing");
        };
    }

    private static AssetEvents captured(Captured sale) {
        var terms = sale.terms();
        return new AssetPaymentCapturedV1(
                terms.licence(),
                terms.asset(),
                terms.title(),
                terms.buyer(),
                terms.seller(),
                terms.price(),
                sale.fee(),
                sale.net(),
                sale.schedule(),
                sale.at());
    }

    private static AssetEvents failed(SaleTerms terms, String reason, Instant at) {
        return new AssetPaymentFailedV1(
                terms.licence(),
                terms.asset(),
                terms.buyer(),
                terms.seller(),
                terms.price(),
                reason,
                at);
    }

    void refund(RefundAssetPaymentV1 command) {
        var now = now();
        var outcome = assets.refund(command.licenceId(), now);
        outbox.add(
                switch (outcome.decision()) {
                    case Accepted(var _) -> refunded(outcome.sale());
                    case Rejected(var reason) ->
                            new AssetRefundRejectedV1(command.licenceId(), code(reason), now);
                });
    }

    private static AssetEvents refunded(Sale sale) {
        return switch (sale) {
            case Refunded(var paid, var at) ->
                    new AssetPaymentRefundedV1(
                            paid.terms().licence(),
                            paid.terms().asset(),
                            paid.terms().title(),
                            paid.terms().buyer(),
                            paid.terms().seller(),
                            paid.terms().price(),
                            at);
            case Captured _, Refused _, Absent _ ->
                    throw new IllegalStateException("A refund that left " + sale);
        };
    }

    private static String code(SaleRejection reason) {
        return switch (reason) {
            case TermsDiffer _ -> "TERMS_DIFFER";
            case UnknownLicence _ -> "UNKNOWN_LICENCE";
            case NotCaptured _ -> "NOT_CAPTURED";
            case AlreadyAvailable _ -> "ALREADY_AVAILABLE";
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }
}

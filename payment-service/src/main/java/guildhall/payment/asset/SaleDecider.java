package guildhall.payment.asset;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.payment.asset.Sale.Absent;
import guildhall.payment.asset.Sale.Captured;
import guildhall.payment.asset.Sale.Known;
import guildhall.payment.asset.Sale.Refunded;
import guildhall.payment.asset.Sale.Refused;
import guildhall.payment.asset.SaleCommand.CaptureSale;
import guildhall.payment.asset.SaleCommand.RefundSale;
import guildhall.payment.asset.SaleEvent.SaleCaptured;
import guildhall.payment.asset.SaleEvent.SaleRefunded;
import guildhall.payment.asset.SaleEvent.SaleRefused;
import guildhall.payment.asset.SaleRejection.AlreadyAvailable;
import guildhall.payment.asset.SaleRejection.NotCaptured;
import guildhall.payment.asset.SaleRejection.TermsDiffer;
import guildhall.payment.asset.SaleRejection.UnknownLicence;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;

/** One sale. A repeated command is accepted without events: its result is already in the state. */
public final class SaleDecider implements Decider<SaleCommand, Sale, SaleEvent, SaleRejection> {
    @Override
    public Sale initial() {
        return new Absent();
    }

    @Override
    public Decision<SaleEvent, SaleRejection> decide(SaleCommand command, Sale state) {
        return switch (command) {
            case CaptureSale capture -> capture(capture, state);
            case RefundSale refund -> refund(refund, state);
        };
    }

    /** What was refused stays refused, even when there is money by now. */
    private static Decision<SaleEvent, SaleRejection> capture(CaptureSale capture, Sale state) {
        return switch (state) {
            case Absent _ -> captureNow(capture);
            case Known known ->
                    known.terms().sameAs(capture.terms()) ? accept() : reject(new TermsDiffer());
        };
    }

    private static Decision<SaleEvent, SaleRejection> captureNow(CaptureSale capture) {
        var terms = capture.terms();
        var quote = capture.quote();
        var bar = capture.bar();
        if (quote == null) {
            return refuse(capture, SaleRefusal.UNKNOWN_FEE_SCHEDULE);
        }
        if (bar != null) {
            return refuse(capture, bar);
        }
        if (capture.available().isLessThan(terms.price())) {
            return refuse(capture, SaleRefusal.INSUFFICIENT_FUNDS);
        }
        return accept(
                new SaleCaptured(new Captured(terms, quote.fee(), quote.schedule(), capture.at())));
    }

    private static Decision<SaleEvent, SaleRejection> refuse(
            CaptureSale capture, SaleRefusal reason) {
        return accept(new SaleRefused(new Refused(capture.terms(), reason, capture.at())));
    }

    private static Decision<SaleEvent, SaleRejection> refund(RefundSale refund, Sale state) {
        return switch (state) {
            case Captured sale when refund.isPending() ->
                    accept(new SaleRefunded(sale, refund.at()));
            case Captured _ -> reject(new AlreadyAvailable());
            case Refunded _ -> accept();
            case Refused _ -> reject(new NotCaptured());
            case Absent _ -> reject(new UnknownLicence());
        };
    }

    @Override
    public Sale evolve(Sale state, SaleEvent event) {
        return switch (event) {
            case SaleCaptured(var sale) when state instanceof Absent -> sale;
            case SaleRefused(var sale) when state instanceof Absent -> sale;
            case SaleRefunded(var sale, var at) when state instanceof Captured ->
                    new Refunded(sale, at);
            case SaleCaptured _, SaleRefused _, SaleRefunded _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }
}

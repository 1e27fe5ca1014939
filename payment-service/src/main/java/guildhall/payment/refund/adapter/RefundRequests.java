package guildhall.payment.refund.adapter;

import guildhall.messages.id.CardRefundId;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.refund.Refund.Approved;
import guildhall.payment.refund.RefundDesk;
import guildhall.payment.refund.RefundOrder;
import guildhall.payment.refund.RefundProvider;
import guildhall.payment.refund.RefundProvider.Charge;
import guildhall.payment.refund.Refunds;
import guildhall.payment.topup.PaymentIntent.Succeeded;
import guildhall.payment.topup.PaymentIntents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Talks to the provider about refunds and tells them what it said. */
@Component
class RefundRequests {
    private static final Logger LOG = LoggerFactory.getLogger(RefundRequests.class);

    private final RefundProvider provider;
    private final PaymentIntents payments;
    private final Refunds refunds;
    private final RefundDesk desk;

    RefundRequests(
            RefundProvider provider, PaymentIntents payments, Refunds refunds, RefundDesk desk) {
        this.provider = provider;
        this.payments = payments;
        this.refunds = refunds;
        this.desk = desk;
    }

    /** If it is approved. What a crash keeps from the provider here, the check sends later. */
    void submitNow(CardRefundId refund) {
        if (refunds.find(refund) instanceof Approved(var order, _, _)) {
            submit(order);
        }
    }

    private void submit(RefundOrder order) {
        if (payments.find(order.payment()) instanceof Succeeded(var topUp, var reference, _)) {
            try {
                provider.submit(order.id(), new Charge(topUp.id(), reference), order.amount());
            } catch (ProviderUnavailableException _) {
                LOG.warn("Refund {}: the provider did not answer", order.id());
            }
        } else {
            throw new IllegalStateException(order.id() + " refunds what was never paid");
        }
    }

    /** Asks what became of a refund, and submits it again when it never arrived. */
    void check(RefundOrder order) {
        try {
            provider.query(order.id()).ifPresentOrElse(desk::confirm, () -> submit(order));
        } catch (ProviderUnavailableException _) {
            LOG.warn("Refund {}: the provider still does not answer", order.id());
        }
    }
}

package guildhall.contract.funding.adapter;

import guildhall.contract.funding.FundingSignal.EscrowCancelled;
import guildhall.contract.funding.FundingSignal.EscrowFunded;
import guildhall.contract.funding.FundingSignal.EscrowFundingFailed;
import guildhall.messages.payment.EscrowEvents.EscrowCancelledV1;
import guildhall.messages.payment.EscrowEvents.EscrowFundedV1;
import guildhall.messages.payment.EscrowEvents.EscrowFundingFailedV1;
import guildhall.runtime.consume.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The answers of payment as signals. */
@Configuration(proxyBeanMethods = false)
class FundingListener {
    @Bean
    Subscription fundingAnswers(FundingDesk desk) {
        return Subscription.named("contract.funding")
                .on(EscrowFundedV1.class, m -> funded(desk, m.message()))
                .on(EscrowFundingFailedV1.class, m -> failed(desk, m.message()))
                .on(EscrowCancelledV1.class, m -> cancelled(desk, m.message()));
    }

    private static void funded(FundingDesk desk, EscrowFundedV1 m) {
        desk.answered(m.escrowId(), new EscrowFunded(m.escrowId(), m.fundedAt()));
    }

    private static void failed(FundingDesk desk, EscrowFundingFailedV1 m) {
        desk.answered(
                m.escrowId(),
                new EscrowFundingFailed(m.escrowId(), m.attempt(), m.reason(), m.failedAt()));
    }

    private static void cancelled(FundingDesk desk, EscrowCancelledV1 m) {
        desk.answered(m.escrowId(), new EscrowCancelled(m.escrowId(), m.cancelledAt()));
    }
}

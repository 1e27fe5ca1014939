package guildhall.contract.release.adapter;

import guildhall.contract.milestone.Payment;
import guildhall.contract.release.ReleaseSignal.EscrowReleased;
import guildhall.contract.release.ReleaseSignal.ReleaseRejected;
import guildhall.messages.payment.EscrowEvents.EscrowReleaseRejectedV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.runtime.consume.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The answers of payment as signals. */
@Configuration(proxyBeanMethods = false)
class ReleaseListener {
    @Bean
    Subscription releaseAnswers(ReleaseDesk desk) {
        return Subscription.named("contract.release")
                .on(EscrowReleasedV1.class, m -> released(desk, m.message()))
                .on(EscrowReleaseRejectedV1.class, m -> rejected(desk, m.message()))
                .bundled();
    }

    private static void released(ReleaseDesk desk, EscrowReleasedV1 m) {
        var payment = new Payment(m.gross(), m.fee(), m.net(), m.releasedAt());
        desk.answered(m.escrowId(), new EscrowReleased(m.releaseId(), payment));
    }

    private static void rejected(ReleaseDesk desk, EscrowReleaseRejectedV1 m) {
        desk.answered(m.escrowId(), new ReleaseRejected(m.releaseId(), m.reason(), m.rejectedAt()));
    }
}

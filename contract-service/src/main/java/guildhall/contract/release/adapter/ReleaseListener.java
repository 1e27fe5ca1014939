package guildhall.contract.release.adapter;

import guildhall.contract.milestone.Payment;
import guildhall.contract.release.ReleaseSignal.EscrowReleased;
import guildhall.contract.release.ReleaseSignal.ReleaseRejected;
import guildhall.contract.release.adapter.ReleaseDesk.PaymentAnswer;
import guildhall.messages.Message;
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
                .on(EscrowReleasedV1.class, m -> desk.answered(answer(m.message())))
                .on(EscrowReleaseRejectedV1.class, m -> desk.answered(answer(m.message())))
                .preparedBy(all -> desk.expect(all.stream().map(ReleaseListener::answer).toList()))
                .bundled();
    }

    private static PaymentAnswer answer(Message message) {
        return switch (message) {
            case EscrowReleasedV1 m ->
                    new PaymentAnswer(
                            m.escrowId(),
                            new EscrowReleased(
                                    m.releaseId(),
                                    new Payment(m.gross(), m.fee(), m.net(), m.releasedAt())));
            case EscrowReleaseRejectedV1 m ->
                    new PaymentAnswer(
                            m.escrowId(),
                            new ReleaseRejected(m.releaseId(), m.reason(), m.rejectedAt()));
            default -> throw new IllegalArgumentException("Not about a release: " + message);
        };
    }
}

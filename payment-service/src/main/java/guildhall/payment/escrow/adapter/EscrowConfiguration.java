package guildhall.payment.escrow.adapter;

import guildhall.messages.payment.PaymentCommands;
import guildhall.messages.payment.PaymentCommands.CancelEscrowV1;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.messages.payment.PaymentCommands.RefundEscrowV1;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.payment.clearing.SafetyWindow;
import guildhall.payment.escrow.EscrowDesk;
import guildhall.payment.fee.FeeSchedules;
import guildhall.runtime.consume.Subscription;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EscrowConfiguration {
    @Bean
    EscrowDesk.Policy escrowPolicy(FeeSchedules fees, SafetyWindow window) {
        return new EscrowDesk.Policy(fees, window);
    }

    @Bean
    Subscription paymentCommands(EscrowTransactions escrows, EscrowMessages messages) {
        return Subscription.named("payment.commands")
                .on(FundEscrowV1.class, m -> handle(m.message(), escrows, messages))
                .on(ReleaseEscrowV1.class, m -> handle(m.message(), escrows, messages))
                .on(RefundEscrowV1.class, m -> handle(m.message(), escrows, messages))
                .on(CancelEscrowV1.class, m -> handle(m.message(), escrows, messages));
    }

    private static void handle(
            PaymentCommands command, EscrowTransactions escrows, EscrowMessages messages) {
        escrows.handle(List.of(messages.order(command)));
    }
}

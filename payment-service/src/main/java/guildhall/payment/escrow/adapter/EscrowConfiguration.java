package guildhall.payment.escrow.adapter;

import guildhall.messages.payment.PaymentCommands;
import guildhall.messages.payment.PaymentCommands.CancelEscrowV1;
import guildhall.messages.payment.PaymentCommands.FreezeEscrowV1;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.messages.payment.PaymentCommands.RefundEscrowV1;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.messages.payment.PaymentCommands.ReturnFrozenFundsV1;
import guildhall.messages.payment.PaymentCommands.SplitFrozenFundsV1;
import guildhall.messages.payment.PaymentCommands.UnfreezeEscrowV1;
import guildhall.payment.clearing.SafetyWindow;
import guildhall.payment.escrow.EscrowDesk;
import guildhall.payment.escrow.EscrowOrder;
import guildhall.payment.fee.FeeSchedules;
import guildhall.runtime.consume.Subscription;
import guildhall.runtime.message.Received;
import guildhall.runtime.outbox.Outbox;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EscrowConfiguration {
    @Bean
    EscrowDesk.Policy escrowPolicy(FeeSchedules fees, SafetyWindow window) {
        return new EscrowDesk.Policy(fees, window);
    }

    /** Commands that arrive together are one transaction, and one update of a busy account. */
    @Bean
    Subscription paymentCommands(
            EscrowTransactions escrows,
            EscrowMessages messages,
            EscrowMeters meters,
            Outbox outbox) {
        return Subscription.<PaymentCommands>together(
                "payment.commands",
                Set.of(
                        FundEscrowV1.class,
                        ReleaseEscrowV1.class,
                        RefundEscrowV1.class,
                        CancelEscrowV1.class,
                        FreezeEscrowV1.class,
                        UnfreezeEscrowV1.class,
                        ReturnFrozenFundsV1.class,
                        SplitFrozenFundsV1.class),
                commands -> {
                    var answers = escrows.handle(orders(commands, messages));
                    meters.count(answers);
                    return answers.stream().map(EscrowMessages::event).toList();
                },
                outbox::add);
    }

    private static List<EscrowOrder> orders(
            List<Received<PaymentCommands>> commands, EscrowMessages messages) {
        return commands.stream().map(Received::message).map(messages::order).toList();
    }
}

package guildhall.review.window.adapter;

import guildhall.messages.contract.ContractEvents.ContractCompletedV1;
import guildhall.review.window.WindowCommand.OpenWindow;
import guildhall.review.window.Windows;
import guildhall.runtime.consume.Subscription;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Only a completed contract may be reviewed. The time to write counts from the moment that this
 * service learns of the completion, so that an outage takes nothing from the parties.
 */
@Configuration(proxyBeanMethods = false)
class CompletionListener {
    @Bean
    Subscription completedContracts(Windows windows, Clock clock) {
        return Subscription.named("review.window")
                .on(ContractCompletedV1.class, m -> windows.handle(open(m.message(), clock)));
    }

    private static OpenWindow open(ContractCompletedV1 contract, Clock clock) {
        return new OpenWindow(
                contract.contractId(),
                contract.title(),
                contract.client(),
                contract.talent(),
                clock.instant());
    }
}

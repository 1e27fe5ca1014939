package guildhall.job.hire.adapter;

import guildhall.job.hire.Hiring;
import guildhall.messages.contract.ContractEvents.ContractActivatedV1;
import guildhall.messages.contract.ContractEvents.ContractCancelledV1;
import guildhall.messages.contract.ContractEvents.ContractCompletedV1;
import guildhall.messages.contract.ContractEvents.ContractTerminatedV1;
import guildhall.runtime.consume.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What became of the contract. */
@Configuration(proxyBeanMethods = false)
class HireListener {
    @Bean
    Subscription contractsOfHires(Hiring hiring) {
        return Subscription.named("job.hire")
                .on(ContractActivatedV1.class, m -> activated(hiring, m.message()))
                .on(ContractCancelledV1.class, m -> cancelled(hiring, m.message()))
                .on(ContractTerminatedV1.class, m -> terminated(hiring, m.message()))
                .on(ContractCompletedV1.class, m -> completed(hiring, m.message()));
    }

    private static void activated(Hiring hiring, ContractActivatedV1 contract) {
        hiring.workBegan(contract.jobId(), contract.proposalId(), contract.contractId());
    }

    private static void cancelled(Hiring hiring, ContractCancelledV1 contract) {
        hiring.fellThrough(contract.jobId(), contract.proposalId());
    }

    private static void terminated(Hiring hiring, ContractTerminatedV1 contract) {
        hiring.endedInVain(contract.jobId(), contract.proposalId());
    }

    private static void completed(Hiring hiring, ContractCompletedV1 contract) {
        hiring.workEnded(contract.jobId(), contract.proposalId());
    }
}

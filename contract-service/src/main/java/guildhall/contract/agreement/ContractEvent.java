package guildhall.contract.agreement;

import guildhall.messages.money.Money;
import java.time.Instant;

/** What happened to a contract. */
public sealed interface ContractEvent {
    Instant at();

    record ContractDrafted(Agreement agreement, Instant at) implements ContractEvent {}

    /** Both sides accepted the terms. */
    record ContractReadyForFunding(Instant fundBefore, Instant at) implements ContractEvent {}

    /** The accepted proposal cannot become a contract: cancelled at birth. */
    record ContractRefused(Agreement agreement, CancellationReason reason, Instant at)
            implements ContractEvent {}

    record ContractActivated(Instant at) implements ContractEvent {}

    record CancellationRequested(CancellationReason reason, Instant at) implements ContractEvent {}

    record ContractCancelled(CancellationReason reason, Instant at) implements ContractEvent {}

    record ContractCompleted(Money paid, Instant at) implements ContractEvent {}

    record ContractTerminated(Instant at) implements ContractEvent {}
}

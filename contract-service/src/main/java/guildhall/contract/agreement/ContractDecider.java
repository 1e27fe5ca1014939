package guildhall.contract.agreement;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.contract.agreement.Contract.*;
import guildhall.contract.agreement.ContractCommand.*;
import guildhall.contract.agreement.ContractEvent.*;
import guildhall.contract.agreement.ContractRejection.*;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;

/** Decides what becomes of a contract. */
public final class ContractDecider
        implements Decider<ContractCommand, Contract, ContractEvent, ContractRejection> {
    @Override
    public Contract initial() {
        return new Absent();
    }

    @Override
    public Decision<ContractEvent, ContractRejection> decide(
            ContractCommand command, Contract state) {
        return switch (command) {
            case DraftContract draft -> draft(draft, state);
            case ActivateContract activate -> activate(activate, state);
            case RequestCancellation request -> requestCancellation(request, state);
            case ConfirmCancellation confirm -> confirmCancellation(confirm, state);
            case SettleContract settle -> settle(settle, state);
        };
    }

    /** Always answered with a fact: job-service keeps the seat reserved until it hears one. */
    private Decision<ContractEvent, ContractRejection> draft(DraftContract draft, Contract state) {
        return switch (state) {
            case Absent _ when !draft.agreement().isSound() ->
                    refuse(draft, CancellationReason.INVALID_TERMS);
            case Absent _ when draft.alreadyHired() ->
                    refuse(draft, CancellationReason.ALREADY_HIRED);
            case Absent _ ->
                    accept(
                            new ContractDrafted(draft.agreement(), draft.at()),
                            new ContractReadyForFunding(draft.fundBefore(), draft.at()));
            case Agreed _ -> accept(); // The proposal was accepted once; this is its echo.
        };
    }

    private Decision<ContractEvent, ContractRejection> refuse(
            DraftContract draft, CancellationReason reason) {
        return accept(new ContractRefused(draft.agreement(), reason, draft.at()));
    }

    private Decision<ContractEvent, ContractRejection> activate(
            ActivateContract activate, Contract state) {
        return switch (state) {
            case PendingFunding _ -> accept(new ContractActivated(activate.at()));
            case Active _, Completed _, Terminated _ -> accept();
            case Draft _, Cancelling _, Cancelled _ -> reject(new NoLongerPending());
            case Absent _ -> reject(new UnknownContract());
        };
    }

    private Decision<ContractEvent, ContractRejection> requestCancellation(
            RequestCancellation request, Contract state) {
        return switch (state) {
            case Draft _ -> accept(new ContractCancelled(reason(request), request.at()));
            case PendingFunding _ ->
                    accept(new CancellationRequested(reason(request), request.at()));
            case Cancelling _, Cancelled _ -> accept();
            case Active _ -> reject(new AlreadyActive());
            case Completed _, Terminated _ -> reject(new AlreadyEnded());
            case Absent _ -> reject(new UnknownContract());
        };
    }

    private static CancellationReason reason(RequestCancellation request) {
        return CancellationReason.by(request.by());
    }

    private Decision<ContractEvent, ContractRejection> confirmCancellation(
            ConfirmCancellation confirm, Contract state) {
        return switch (state) {
            case Draft _, PendingFunding _ ->
                    accept(new ContractCancelled(confirm.reason(), confirm.at()));
            // The first reason stands, also when the deadline passed while the escrow was closing.
            case Cancelling c -> accept(new ContractCancelled(c.reason(), confirm.at()));
            case Cancelled _ -> accept();
            case Active _ -> reject(new AlreadyActive());
            case Completed _, Terminated _ -> reject(new AlreadyEnded());
            case Absent _ -> reject(new UnknownContract());
        };
    }

    private Decision<ContractEvent, ContractRejection> settle(
            SettleContract settle, Contract state) {
        return switch (state) {
            case Active _ when settle.tally().open() > 0 -> accept();
            case Active _ when settle.tally().paid().isZero() ->
                    accept(new ContractTerminated(settle.at()));
            case Active _ -> accept(new ContractCompleted(settle.tally().paid(), settle.at()));
            case Completed _, Terminated _ -> accept();
            case Draft _, PendingFunding _, Cancelling _, Cancelled _ -> reject(new NeverActive());
            case Absent _ -> reject(new UnknownContract());
        };
    }

    @Override
    public Contract evolve(Contract state, ContractEvent event) {
        return switch (event) {
            case ContractDrafted e when state instanceof Absent -> new Draft(e.agreement());
            case ContractRefused e when state instanceof Absent ->
                    new Cancelled(e.agreement(), e.reason(), e.at());
            case ContractReadyForFunding e when state instanceof Draft d ->
                    new PendingFunding(d.agreement(), e.fundBefore());
            case CancellationRequested e when state instanceof PendingFunding p ->
                    new Cancelling(p.agreement(), p.fundBefore(), e.reason(), e.at());
            case ContractCancelled e when state instanceof Draft d ->
                    new Cancelled(d.agreement(), e.reason(), e.at());
            case ContractCancelled e when state instanceof PendingFunding p ->
                    new Cancelled(p.agreement(), e.reason(), e.at());
            case ContractCancelled e when state instanceof Cancelling c ->
                    new Cancelled(c.agreement(), e.reason(), e.at());
            case ContractActivated e when state instanceof PendingFunding p ->
                    new Active(p.agreement(), e.at());
            case ContractCompleted e when state instanceof Active a ->
                    new Completed(a.agreement(), a.activatedAt(), e.paid(), e.at());
            case ContractTerminated e when state instanceof Active a ->
                    new Terminated(a.agreement(), a.activatedAt(), e.at());
            case ContractDrafted _,
                    ContractRefused _,
                    ContractReadyForFunding _,
                    CancellationRequested _,
                    ContractCancelled _,
                    ContractActivated _,
                    ContractCompleted _,
                    ContractTerminated _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }
}

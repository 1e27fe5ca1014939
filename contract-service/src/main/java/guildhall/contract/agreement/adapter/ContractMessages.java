package guildhall.contract.agreement.adapter;

import guildhall.contract.agreement.Agreement;
import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.agreement.ContractEvent;
import guildhall.contract.agreement.ContractEvent.*;
import guildhall.messages.Message;
import guildhall.messages.contract.ContractEvents.*;
import guildhall.messages.open.PublicContracts.PublicContractActivatedV1;
import guildhall.messages.open.PublicContracts.PublicContractCompletedV1;
import java.time.Instant;
import java.util.List;

/** What the world hears about a contract. */
final class ContractMessages {
    static List<Message> of(Agreement a, ContractEvent event) {
        return switch (event) {
            case ContractDrafted(_, var at) ->
                    List.of(
                            new ContractDraftedV1(
                                    a.id(),
                                    a.number(),
                                    a.job(),
                                    a.proposal(),
                                    a.title(),
                                    a.client(),
                                    a.talent(),
                                    a.amount(),
                                    at));
            case ContractReadyForFunding(var fundBefore, _) ->
                    List.of(
                            new ContractReadyForFundingV1(
                                    a.id(),
                                    a.number(),
                                    a.title(),
                                    a.client(),
                                    a.talent(),
                                    a.amount(),
                                    fundBefore));
            case ContractRefused(_, var reason, var at) -> List.of(cancelled(a, reason, at));
            case CancellationRequested _ -> List.of(); // Until the escrow is closed, it may not be.
            case ContractCancelled(var reason, var at) -> List.of(cancelled(a, reason, at));
            case ContractActivated(var at) ->
                    List.of(activated(a, at), new PublicContractActivatedV1(a.id(), a.job(), at));
            case ContractCompleted e ->
                    List.of(
                            completed(a, e),
                            new PublicContractCompletedV1(a.id(), a.job(), e.at()));
            case ContractTerminated(var at) ->
                    List.of(
                            new ContractTerminatedV1(
                                    a.id(),
                                    a.number(),
                                    a.job(),
                                    a.proposal(),
                                    a.title(),
                                    a.client(),
                                    a.talent(),
                                    at));
        };
    }

    private static Message activated(Agreement a, Instant at) {
        return new ContractActivatedV1(
                a.id(),
                a.number(),
                a.job(),
                a.proposal(),
                a.title(),
                a.client(),
                a.talent(),
                a.amount(),
                at);
    }

    private static Message completed(Agreement a, ContractCompleted e) {
        return new ContractCompletedV1(
                a.id(),
                a.number(),
                a.job(),
                a.proposal(),
                a.title(),
                a.client(),
                a.talent(),
                e.paid(),
                e.at());
    }

    private static Message cancelled(Agreement a, CancellationReason reason, Instant at) {
        return new ContractCancelledV1(
                a.id(),
                a.number(),
                a.job(),
                a.proposal(),
                a.title(),
                a.client(),
                a.talent(),
                reason.name(),
                at);
    }

    private ContractMessages() {}
}

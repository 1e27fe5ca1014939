package guildhall.contract.agreement.adapter;

import guildhall.contract.activity.Activity;
import guildhall.contract.activity.Activity.Change;
import guildhall.contract.activity.Activity.Subject;
import guildhall.contract.activity.Actor;
import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.ContractEvent;
import guildhall.contract.agreement.ContractEvent.*;
import java.util.Map;

/** The facts about a contract as lines of its timeline. */
final class ContractActivity {
    static Activity of(Contract before, Contract.Agreed after, ContractEvent event) {
        var from =
                before instanceof Contract.Agreed agreed
                        ? agreed.status().name()
                        : after.status().name();
        var id = after.agreement().id();
        return new Activity(
                id,
                actor(event),
                action(event),
                new Change(from, after.status().name()),
                Subject.contract(id),
                metadata(event),
                event.at());
    }

    private static Actor actor(ContractEvent event) {
        return switch (event) {
            case ContractDrafted _, ContractReadyForFunding _ -> Actor.CLIENT;
            case CancellationRequested(var reason, _) -> by(reason);
            case ContractRefused _,
                    ContractActivated _,
                    ContractCancelled _,
                    ContractCompleted _,
                    ContractTerminated _ ->
                    Actor.SYSTEM;
        };
    }

    private static Actor by(CancellationReason reason) {
        return switch (reason) {
            case CLIENT -> Actor.CLIENT;
            case TALENT -> Actor.TALENT;
            case FUNDING_TIMEOUT, ESCROW_CLOSED, OPERATOR, ALREADY_HIRED, INVALID_TERMS ->
                    Actor.SYSTEM;
        };
    }

    private static String action(ContractEvent event) {
        return switch (event) {
            case ContractDrafted _ -> "contract-drafted";
            case ContractReadyForFunding _ -> "contract-ready-for-funding";
            case ContractRefused _ -> "contract-refused";
            case ContractActivated _ -> "contract-activated";
            case CancellationRequested _ -> "cancellation-requested";
            case ContractCancelled _ -> "contract-cancelled";
            case ContractCompleted _ -> "contract-completed";
            case ContractTerminated _ -> "contract-terminated";
        };
    }

    private static Map<String, String> metadata(ContractEvent event) {
        return switch (event) {
            case ContractReadyForFunding(var fundBefore, _) ->
                    Map.of("fundBefore", fundBefore.toString());
            case ContractRefused(_, var reason, _) -> Map.of("reason", reason.name());
            case CancellationRequested(var reason, _) -> Map.of("reason", reason.name());
            case ContractCancelled(var reason, _) -> Map.of("reason", reason.name());
            case ContractDrafted _,
                    ContractActivated _,
                    ContractCompleted _,
                    ContractTerminated _ ->
                    Map.of();
        };
    }

    private ContractActivity() {}
}

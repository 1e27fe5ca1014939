package guildhall.contract.milestone.adapter;

import guildhall.contract.activity.Activity;
import guildhall.contract.activity.Activity.Change;
import guildhall.contract.activity.Activity.Subject;
import guildhall.contract.activity.Actor;
import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.milestone.Milestone;
import guildhall.contract.milestone.Milestone.Known;
import guildhall.contract.milestone.MilestoneEvent;
import guildhall.contract.milestone.MilestoneEvent.*;
import guildhall.messages.money.Money;
import java.util.Map;

/** The facts about a milestone as lines of the timeline of its contract. */
final class MilestoneActivity {
    static Activity of(Milestone before, Known after, MilestoneEvent event) {
        var from = before instanceof Known known ? known.status() : after.status();
        var plan = after.plan();
        return new Activity(
                plan.contract(),
                actor(event),
                action(event),
                new Change(from.name(), after.status().name()),
                new Subject("MILESTONE", plan.id().toString()),
                metadata(plan.title(), event),
                event.at());
    }

    private static Actor actor(MilestoneEvent event) {
        return switch (event) {
            case MilestonePlanned _,
                    MilestoneEdited _,
                    FundingRequested _,
                    RevisionAsked _,
                    PartialReleaseOrdered _ ->
                    Actor.CLIENT;
            case WorkStarted _, WorkSubmitted _ -> Actor.TALENT;
            case MilestoneApproved(var approval) ->
                    approval.automatic() ? Actor.SYSTEM : Actor.CLIENT;
            case MilestoneCancelled(var reason, _) when reason == CancellationReason.CLIENT ->
                    Actor.CLIENT;
            case MilestoneCancelled(var reason, _) when reason == CancellationReason.TALENT ->
                    Actor.TALENT;
            case MilestoneCancelled _,
                    FundingDeclined _,
                    FundingAbandoned _,
                    MilestoneFunded _,
                    PartialReleasePaid _,
                    MilestonePaid _,
                    MilestoneRefunded _ ->
                    Actor.SYSTEM;
        };
    }

    private static String action(MilestoneEvent event) {
        return switch (event) {
            case MilestonePlanned _ -> "milestone-planned";
            case MilestoneEdited _ -> "milestone-edited";
            case FundingRequested _ -> "funding-requested";
            case FundingDeclined _ -> "funding-declined";
            case FundingAbandoned _ -> "funding-abandoned";
            case MilestoneFunded _ -> "milestone-funded";
            case WorkStarted _ -> "work-started";
            case WorkSubmitted _ -> "work-submitted";
            case RevisionAsked _ -> "revision-requested";
            case PartialReleaseOrdered _ -> "partial-release-ordered";
            case PartialReleasePaid _ -> "partial-release-paid";
            case MilestoneApproved _ -> "milestone-approved";
            case MilestonePaid _ -> "milestone-paid";
            case MilestoneCancelled _ -> "milestone-cancelled";
            case MilestoneRefunded _ -> "milestone-refunded";
        };
    }

    private static Map<String, String> metadata(String title, MilestoneEvent event) {
        return switch (event) {
            case WorkSubmitted e -> Map.of("title", title, "submission", number(e.submission()));
            case RevisionAsked e -> Map.of("title", title, "revision", number(e.revision()));
            case MilestoneApproved(var approval) ->
                    Map.of("title", title, "automatic", String.valueOf(approval.automatic()));
            case PartialReleaseOrdered(var part) -> amount(title, part.amount());
            case PartialReleasePaid(_, var payment) -> amount(title, payment.gross());
            case MilestoneCancelled(var reason, _) ->
                    Map.of("title", title, "reason", reason.name());
            case MilestonePlanned _,
                    MilestoneEdited _,
                    FundingRequested _,
                    FundingDeclined _, // Why is between the client and payment.
                    FundingAbandoned _,
                    MilestoneFunded _,
                    WorkStarted _,
                    MilestonePaid _,
                    MilestoneRefunded _ ->
                    Map.of("title", title);
        };
    }

    /** In minor units, before the fee. */
    private static Map<String, String> amount(String title, Money amount) {
        return Map.of(
                "title",
                title,
                "amount",
                Long.toString(amount.minorUnits()),
                "currency",
                amount.currency().getCurrencyCode());
    }

    private static String number(int number) {
        return Integer.toString(number);
    }

    private MilestoneActivity() {}
}

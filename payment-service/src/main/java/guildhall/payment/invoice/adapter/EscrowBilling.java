package guildhall.payment.invoice.adapter;

import guildhall.messages.Message;
import guildhall.messages.payment.EscrowEvents;
import guildhall.messages.payment.EscrowEvents.DisputeFundsSplitV1;
import guildhall.messages.payment.EscrowEvents.DisputeOutcomeRejectedV1;
import guildhall.messages.payment.EscrowEvents.EscrowCancelRejectedV1;
import guildhall.messages.payment.EscrowEvents.EscrowCancelledV1;
import guildhall.messages.payment.EscrowEvents.EscrowFreezeRejectedV1;
import guildhall.messages.payment.EscrowEvents.EscrowFrozenV1;
import guildhall.messages.payment.EscrowEvents.EscrowFundedV1;
import guildhall.messages.payment.EscrowEvents.EscrowFundingFailedV1;
import guildhall.messages.payment.EscrowEvents.EscrowRefundRejectedV1;
import guildhall.messages.payment.EscrowEvents.EscrowRefundedV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleaseRejectedV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.messages.payment.EscrowEvents.EscrowUnfrozenV1;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Writes what events of escrows mean on paper, in the order in which they came: releases that
 * follow each other together, what a dispute does on its own.
 */
@Component
class EscrowBilling {
    private final ReleaseInvoices releases;
    private final DisputeInvoices disputes;

    EscrowBilling(ReleaseInvoices releases, DisputeInvoices disputes) {
        this.releases = releases;
        this.disputes = disputes;
    }

    /**
     * @return what to publish for each event, in the same order
     */
    List<List<Message>> handle(List<? extends EscrowEvents> events) {
        var answers = new ArrayList<List<Message>>();
        var waiting = new ArrayList<Optional<Payout>>();
        for (var event : events) {
            switch (event) {
                case EscrowReleasedV1 released -> waiting.add(Optional.of(Payout.of(released)));
                case DisputeFundsSplitV1 split -> waiting.add(Payout.of(split));
                case EscrowFrozenV1 frozen -> {
                    issue(waiting, answers);
                    answers.add(disputes.recalled(frozen.escrowId(), frozen.disputeId()));
                }
                case EscrowUnfrozenV1 unfrozen -> {
                    issue(waiting, answers);
                    answers.add(disputes.restored(unfrozen.escrowId(), unfrozen.disputeId()));
                }
                case EscrowFundedV1 _,
                        EscrowFundingFailedV1 _,
                        EscrowReleaseRejectedV1 _,
                        EscrowRefundedV1 _,
                        EscrowRefundRejectedV1 _,
                        EscrowCancelledV1 _,
                        EscrowCancelRejectedV1 _,
                        EscrowFreezeRejectedV1 _,
                        DisputeOutcomeRejectedV1 _ ->
                        throw new IllegalStateException("Not subscribed to " + event);
            }
        }
        issue(waiting, answers);
        return answers;
    }

    /** Nothing is published for a dispute whose payer got everything. */
    private void issue(List<Optional<Payout>> waiting, List<List<Message>> answers) {
        var issued = releases.issue(waiting.stream().flatMap(Optional::stream).toList());
        var next = issued.iterator();
        waiting.forEach(payout -> answers.add(payout.isPresent() ? next.next() : List.of()));
        waiting.clear();
    }
}

package guildhall.payment.adjustment.adapter;

import guildhall.messages.payment.AdjustmentEvents;
import guildhall.messages.payment.AdjustmentEvents.AdjustmentDeclinedV1;
import guildhall.messages.payment.AdjustmentEvents.AdjustmentPostedV1;
import guildhall.messages.payment.AdjustmentEvents.AdjustmentRequestedV1;
import guildhall.messages.payment.AdjustmentEvents.WalletAdjustedV1;
import guildhall.payment.adjustment.AdjustmentEvent;
import guildhall.payment.adjustment.AdjustmentEvent.AdjustmentExpired;
import guildhall.payment.adjustment.AdjustmentEvent.AdjustmentPosted;
import guildhall.payment.adjustment.AdjustmentEvent.AdjustmentRequested;
import guildhall.payment.adjustment.AdjustmentEvent.AdjustmentTurnedDown;
import guildhall.payment.adjustment.AdjustmentEvent.AdjustmentWithdrawn;
import guildhall.payment.adjustment.AdjustmentRequest;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Entry.Credit;
import guildhall.payment.ledger.Entry.Debit;
import java.time.Instant;
import java.util.stream.Stream;

/** What others hear of adjustments: never why. */
final class AdjustmentMessages {

    static AdjustmentEvents of(AdjustmentEvent event) {
        return switch (event) {
            case AdjustmentRequested(var request) -> requested(request);
            case AdjustmentPosted posted -> posted(posted);
            case AdjustmentTurnedDown(var request, var ruling) ->
                    declined(request, AdjustmentStatus.TURNED_DOWN, ruling.at());
            case AdjustmentWithdrawn(var request, var ruling) ->
                    declined(request, AdjustmentStatus.WITHDRAWN, ruling.at());
            case AdjustmentExpired(var request, var at) ->
                    declined(request, AdjustmentStatus.EXPIRED, at);
        };
    }

    private static AdjustmentEvents requested(AdjustmentRequest request) {
        return new AdjustmentRequestedV1(
                request.id(),
                request.correction().amount(),
                request.requestedBy(),
                request.requestedAt(),
                request.expiresAt());
    }

    private static AdjustmentEvents posted(AdjustmentPosted posted) {
        var request = posted.request();
        var correction = request.correction();
        return new AdjustmentPostedV1(
                request.id(),
                correction.amount(),
                correction.description(),
                correction.entries().stream().flatMap(AdjustmentMessages::wallet).toList(),
                request.requestedBy(),
                posted.ruling().by(),
                posted.ruling().at());
    }

    private static Stream<WalletAdjustedV1> wallet(Entry entry) {
        if (!(entry.account() instanceof Available wallet)) {
            return Stream.empty();
        }
        var direction =
                switch (entry) {
                    case Credit _ -> "IN";
                    case Debit _ -> "OUT";
                };
        return Stream.of(new WalletAdjustedV1(wallet.party(), direction, entry.amount()));
    }

    private static AdjustmentEvents declined(
            AdjustmentRequest request, AdjustmentStatus outcome, Instant at) {
        return new AdjustmentDeclinedV1(request.id(), outcome.name(), request.requestedBy(), at);
    }

    private AdjustmentMessages() {}
}

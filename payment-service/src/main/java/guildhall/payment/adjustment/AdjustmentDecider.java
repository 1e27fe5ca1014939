package guildhall.payment.adjustment;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.payment.adjustment.Adjustment.Absent;
import guildhall.payment.adjustment.Adjustment.Expired;
import guildhall.payment.adjustment.Adjustment.Known;
import guildhall.payment.adjustment.Adjustment.Posted;
import guildhall.payment.adjustment.Adjustment.Requested;
import guildhall.payment.adjustment.Adjustment.TurnedDown;
import guildhall.payment.adjustment.Adjustment.Withdrawn;
import guildhall.payment.adjustment.AdjustmentCommand.ApproveAdjustment;
import guildhall.payment.adjustment.AdjustmentCommand.ExpireAdjustment;
import guildhall.payment.adjustment.AdjustmentCommand.RequestAdjustment;
import guildhall.payment.adjustment.AdjustmentCommand.TurnDownAdjustment;
import guildhall.payment.adjustment.AdjustmentCommand.WithdrawAdjustment;
import guildhall.payment.adjustment.AdjustmentEvent.AdjustmentExpired;
import guildhall.payment.adjustment.AdjustmentEvent.AdjustmentPosted;
import guildhall.payment.adjustment.AdjustmentEvent.AdjustmentRequested;
import guildhall.payment.adjustment.AdjustmentEvent.AdjustmentTurnedDown;
import guildhall.payment.adjustment.AdjustmentEvent.AdjustmentWithdrawn;
import guildhall.payment.adjustment.AdjustmentRejection.AlreadyDecided;
import guildhall.payment.adjustment.AdjustmentRejection.AlreadyReversed;
import guildhall.payment.adjustment.AdjustmentRejection.DailyLimitReached;
import guildhall.payment.adjustment.AdjustmentRejection.NeedsAdministrator;
import guildhall.payment.adjustment.AdjustmentRejection.NotCovered;
import guildhall.payment.adjustment.AdjustmentRejection.OwnRequest;
import guildhall.payment.adjustment.AdjustmentRejection.OwnWallet;
import guildhall.payment.adjustment.AdjustmentRejection.SomebodyElsesRequest;
import guildhall.payment.adjustment.AdjustmentRejection.TooLarge;
import guildhall.payment.adjustment.AdjustmentRejection.UnknownAdjustment;
import guildhall.payment.adjustment.AdjustmentRejection.WalletIsClosed;
import guildhall.payment.approval.Ruling;
import guildhall.payment.ledger.PostingRefusal.WouldOverdraw;
import guildhall.payment.ledger.PostingRefusal.WouldOverflow;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;
import java.util.Optional;

/** One adjustment: asked for by one person, ended by another one or by time. */
public final class AdjustmentDecider
        implements Decider<AdjustmentCommand, Adjustment, AdjustmentEvent, AdjustmentRejection> {
    private final AdjustmentLimits limits;

    public AdjustmentDecider(AdjustmentLimits limits) {
        this.limits = limits;
    }

    @Override
    public Adjustment initial() {
        return new Absent();
    }

    @Override
    public Decision<AdjustmentEvent, AdjustmentRejection> decide(
            AdjustmentCommand command, Adjustment state) {
        return switch (command) {
            case RequestAdjustment request -> request(request, state);
            case ApproveAdjustment approve -> approve(approve, state);
            case TurnDownAdjustment turnDown -> turnDown(turnDown, state);
            case WithdrawAdjustment withdraw -> withdraw(withdraw, state);
            case ExpireAdjustment expire -> expire(expire, state);
        };
    }

    private Decision<AdjustmentEvent, AdjustmentRejection> request(
            RequestAdjustment command, Adjustment state) {
        return switch (state) {
            case Absent _ -> requestNow(command);
            case Known _ -> accept();
        };
    }

    private Decision<AdjustmentEvent, AdjustmentRejection> requestNow(RequestAdjustment command) {
        var request = command.request();
        if (command.by().isConcernedBy(request.correction())) {
            return reject(new OwnWallet());
        }
        if (limits.isTooLarge(request.correction().amount())) {
            return reject(new TooLarge());
        }
        if (command.isReversed()) {
            return reject(new AlreadyReversed());
        }
        return accept(new AdjustmentRequested(request));
    }

    private Decision<AdjustmentEvent, AdjustmentRejection> approve(
            ApproveAdjustment approve, Adjustment state) {
        return switch (state) {
            case Requested(var request) -> approveNow(approve, request);
            case Posted(_, var ruling) when ruling.by().equals(approve.by().user()) -> accept();
            case Posted _, TurnedDown _, Withdrawn _, Expired _ -> reject(new AlreadyDecided());
            case Absent _ -> reject(new UnknownAdjustment());
        };
    }

    private Decision<AdjustmentEvent, AdjustmentRejection> approveNow(
            ApproveAdjustment approve, AdjustmentRequest request) {
        var by = approve.by();
        var correction = request.correction();
        if (by.user().equals(request.requestedBy())) {
            return reject(new OwnRequest());
        }
        if (by.isConcernedBy(correction)) {
            return reject(new OwnWallet());
        }
        if (!approve.at().isBefore(request.expiresAt())) {
            return reject(new AlreadyDecided());
        }
        if (limits.needsAdministrator(correction.amount()) && !by.isAdministrator()) {
            return reject(new NeedsAdministrator());
        }
        if (limits.exceedsDay(approve.now().approvedWithinADay(), correction.amount())) {
            return reject(new DailyLimitReached());
        }
        return obstacle(approve, correction)
                .<Decision<AdjustmentEvent, AdjustmentRejection>>map(Decision::reject)
                .orElseGet(() ->
                        accept(
                                new AdjustmentPosted(
                                        request,
                                        new Ruling(by.user(), approve.reason(), approve.at()))));
    }

    /** What the wallets and the ledger have against it. */
    private static Optional<AdjustmentRejection> obstacle(
            ApproveAdjustment approve, Correction correction) {
        var closed =
                correction.credited().stream()
                        .filter(approve.now().closed()::contains)
                        .<AdjustmentRejection>map(WalletIsClosed::new)
                        .findFirst();
        return closed.or(() ->
                approve.now().refusals().stream()
                        .<AdjustmentRejection>map(refusal ->
                                switch (refusal) {
                                    case WouldOverdraw(var account) -> new NotCovered(account);
                                    case WouldOverflow(var account) -> new NotCovered(account);
                                })
                        .findFirst());
    }

    private static Decision<AdjustmentEvent, AdjustmentRejection> turnDown(
            TurnDownAdjustment turnDown, Adjustment state) {
        var by = turnDown.by().user();
        return switch (state) {
            case Requested(var request) when by.equals(request.requestedBy()) ->
                    reject(new OwnRequest());
            case Requested(var request) ->
                    accept(
                            new AdjustmentTurnedDown(
                                    request, new Ruling(by, turnDown.reason(), turnDown.at())));
            case TurnedDown(_, var ruling) when ruling.by().equals(by) -> accept();
            case Posted _, TurnedDown _, Withdrawn _, Expired _ -> reject(new AlreadyDecided());
            case Absent _ -> reject(new UnknownAdjustment());
        };
    }

    private static Decision<AdjustmentEvent, AdjustmentRejection> withdraw(
            WithdrawAdjustment withdraw, Adjustment state) {
        var by = withdraw.by().user();
        return switch (state) {
            case Requested(var request) when by.equals(request.requestedBy()) ->
                    accept(
                            new AdjustmentWithdrawn(
                                    request, new Ruling(by, withdraw.reason(), withdraw.at())));
            case Requested _ -> reject(new SomebodyElsesRequest());
            case Withdrawn(_, var ruling) when ruling.by().equals(by) -> accept();
            case Posted _, TurnedDown _, Withdrawn _, Expired _ -> reject(new AlreadyDecided());
            case Absent _ -> reject(new UnknownAdjustment());
        };
    }

    private static Decision<AdjustmentEvent, AdjustmentRejection> expire(
            ExpireAdjustment expire, Adjustment state) {
        return switch (state) {
            case Requested(var request) -> accept(new AdjustmentExpired(request, expire.at()));
            case Posted _, TurnedDown _, Withdrawn _, Expired _ -> accept();
            case Absent _ -> reject(new UnknownAdjustment());
        };
    }

    @Override
    public Adjustment evolve(Adjustment state, AdjustmentEvent event) {
        return switch (event) {
            case AdjustmentRequested(var request) when state instanceof Absent ->
                    new Requested(request);
            case AdjustmentPosted(var request, var ruling) when state instanceof Requested ->
                    new Posted(request, ruling);
            case AdjustmentTurnedDown(var request, var ruling) when state instanceof Requested ->
                    new TurnedDown(request, ruling);
            case AdjustmentWithdrawn(var request, var ruling) when state instanceof Requested ->
                    new Withdrawn(request, ruling);
            case AdjustmentExpired(var request, var at) when state instanceof Requested ->
                    new Expired(request, at);
            case AdjustmentRequested _,
                    AdjustmentPosted _,
                    AdjustmentTurnedDown _,
                    AdjustmentWithdrawn _,
                    AdjustmentExpired _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }
}

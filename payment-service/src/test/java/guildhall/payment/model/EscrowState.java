package guildhall.payment.model;

import static guildhall.payment.model.Books.FEES;
import static guildhall.payment.model.Books.available;
import static guildhall.payment.model.Books.buyerFee;
import static guildhall.payment.model.Books.dispute;
import static guildhall.payment.model.Books.escrow;
import static guildhall.payment.model.World.must;
import static java.util.Objects.requireNonNull;

import guildhall.messages.party.Party;
import guildhall.payment.model.EscrowSteps.Deal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the money of one escrow is, by posting rules 2, 3, 5, 6 and 7. */
final class EscrowState {
    private final World world;
    private final UUID id;
    final Deal deal;
    private long held;
    private long frozen;
    private long released;
    private long refunded;
    private long deferred;
    private boolean isCancelled;
    private @Nullable UUID openDispute;
    private final Map<UUID, Long> refunds = new HashMap<>();
    private final Map<UUID, Paid> paid = new LinkedHashMap<>();
    private final Map<UUID, Frozen> disputes = new HashMap<>();

    private static final class Paid {
        final long gross;
        final long fee;
        final long buyerFee;
        final Map<Party, Long> parts;
        boolean isRecalled;

        Paid(long gross, long fee, long buyerFee, Map<Party, Long> parts) {
            this.gross = gross;
            this.fee = fee;
            this.buyerFee = buyerFee;
            this.parts = parts;
        }
    }

    private record Frozen(long fromHeld, List<UUID> recalled) {}

    EscrowState(World world, UUID id, Deal deal) {
        this.world = world;
        this.id = id;
        this.deal = deal;
        this.held = deal.amount();
        this.deferred = Prices.buyerFee(deal.tariff(), deal.amount());
        var payer = deal.payer().party();
        world.mustOweNothing(payer, deal);
        world.mustBeAbleToPay(payer, held + deferred, deal);
        world.books.move(held, available(payer), escrow(id));
        world.books.move(deferred, available(payer), buyerFee(id));
    }

    long held() {
        return held;
    }

    long frozen() {
        return frozen;
    }

    boolean hasPaid() {
        return released > 0;
    }

    boolean isCancelled() {
        return isCancelled;
    }

    String row() {
        must(deal.amount() == held + frozen + released + refunded, id);
        return "held %d frozen %d released %d refunded %d deferred %d"
                .formatted(held, frozen, released, refunded, deferred);
    }

    void release(UUID release, long gross) {
        if (paid.containsKey(release)) {
            must(requireNonNull(paid.get(release)).gross == gross, release);
            return;
        }
        must(openDispute == null && gross <= held, release);
        var earned = feeOf(gross);
        held -= gross;
        world.books.move(gross - pay(release, gross, earned, escrow(id)), escrow(id), FEES);
    }

    void refund(UUID refund, long amount) {
        var known = refunds.putIfAbsent(refund, amount);
        if (known != null) {
            must(known == amount, refund);
            return;
        }
        must(openDispute == null && amount <= held, refund);
        giveBack(amount, feeOf(amount));
    }

    void cancel() {
        if (!isCancelled) {
            must(openDispute == null, "the end of " + id);
            giveBack(held, deferred);
            isCancelled = true;
        }
    }

    private void giveBack(long amount, long fee) {
        var payer = available(deal.payer().party());
        held -= amount;
        refunded += amount;
        deferred -= fee;
        world.books.move(amount, escrow(id), payer);
        world.books.move(fee, buyerFee(id), payer);
    }

    void freeze(UUID dispute) {
        if (disputes.containsKey(dispute)) {
            return;
        }
        must(openDispute == null, dispute);
        var recalled = new ArrayList<UUID>();
        paid.forEach((release, payment) -> {
            if (!payment.isRecalled
                    && !payment.parts.isEmpty()
                    && world.isAllPending(id, release, payment.parts)) {
                recalled.add(release);
            }
        });
        must(held > 0 || !recalled.isEmpty(), dispute);
        world.books.move(held, escrow(id), dispute(id));
        disputes.put(dispute, new Frozen(held, recalled));
        openDispute = dispute;
        frozen = held;
        held = 0;
        recalled.forEach(release -> recall(release, requireNonNull(paid.get(release))));
    }

    private void recall(UUID release, Paid payment) {
        payment.isRecalled = true;
        released -= payment.gross;
        frozen += payment.gross;
        deferred += payment.buyerFee;
        world.recall(id, release, payment.parts, dispute(id));
        world.books.move(payment.fee, FEES, dispute(id));
        world.books.move(payment.buyerFee, FEES, buyerFee(id));
        world.billed.merge(deal.pair(), -payment.gross, Long::sum);
    }

    void unfreeze(UUID dispute) {
        if (ends(dispute)) {
            var freeze = requireNonNull(disputes.get(dispute));
            held = freeze.fromHeld();
            world.books.move(held, dispute(id), escrow(id));
            for (var release : freeze.recalled()) {
                restore(release, requireNonNull(paid.get(release)));
            }
            frozen = 0;
        }
    }

    private void restore(UUID release, Paid payment) {
        payment.isRecalled = false;
        released += payment.gross;
        deferred -= payment.buyerFee;
        world.restore(id, release, payment.parts, dispute(id));
        world.books.move(payment.fee, dispute(id), FEES);
        world.books.move(payment.buyerFee, buyerFee(id), FEES);
        world.billed.merge(deal.pair(), payment.gross, Long::sum);
    }

    void returnToWork(UUID dispute) {
        if (ends(dispute)) {
            must(!isCancelled, dispute);
            world.books.move(frozen, dispute(id), escrow(id));
            held = frozen;
            frozen = 0;
        }
    }

    void split(UUID dispute, UUID release, long toPayer, long toPayee) {
        if (ends(dispute)) {
            must(toPayer + toPayee == frozen && !paid.containsKey(release), dispute);
            var earned = Prices.proRata(deferred, toPayee, frozen);
            var payer = available(deal.payer().party());
            world.books.move(toPayer, dispute(id), payer);
            world.books.move(deferred - earned, buyerFee(id), payer);
            deferred = earned;
            refunded += toPayer;
            frozen = 0;
            if (toPayee > 0) {
                var net = pay(release, toPayee, earned, dispute(id));
                world.books.move(toPayee - net, dispute(id), FEES);
            }
        }
    }

    /** False when it has ended before. */
    private boolean ends(UUID dispute) {
        must(disputes.containsKey(dispute), dispute);
        var isOpen = dispute.equals(openDispute);
        if (isOpen) {
            openDispute = null;
        }
        return isOpen;
    }

    private long feeOf(long leaving) {
        return Prices.proRata(deferred, leaving, held + frozen);
    }

    /** What the payees get of it; the seller's fee is left where it is. */
    private long pay(UUID release, long gross, long earned, String from) {
        var before = world.billed.getOrDefault(deal.pair(), 0L);
        var fee = Prices.fee(deal.tariff(), before, gross);
        var parts = Prices.shared(gross - fee, deal.payee().party(), deal.shares());
        released += gross;
        deferred -= earned;
        world.books.move(earned, buyerFee(id), FEES);
        world.earn(id, release, parts, from);
        world.billed.merge(deal.pair(), gross, Long::sum);
        paid.put(release, new Paid(gross, fee, earned, parts));
        return gross - fee;
    }
}

package guildhall.payment.model;

import static guildhall.payment.model.Books.available;
import static guildhall.payment.model.Books.debt;
import static guildhall.payment.model.Books.pending;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.party.Party;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the model knows. */
final class World {
    final Books books;

    /** False while commands are at work at the same time: one may pay with what another brought. */
    boolean isOrderKnown = true;

    final Map<UUID, CashSteps.Charge> charges = new LinkedHashMap<>();
    final Map<String, CashSteps.ChargedBack> chargedBack = new HashMap<>();
    final Map<UUID, PayoutSteps.Known> payouts = new LinkedHashMap<>();
    final Map<UUID, CashSteps.CardRefund> cardRefunds = new LinkedHashMap<>();
    final Map<UUID, EscrowState> escrows = new LinkedHashMap<>();
    final Set<UUID> cancelledUnfunded = new HashSet<>();
    final Map<String, Long> billed = new HashMap<>();
    final Map<Party, CreditState> credits = new LinkedHashMap<>();
    final Map<UUID, StaffSteps.Adjusting> adjustments = new LinkedHashMap<>();
    final Set<Party> frozenWallets = new HashSet<>();
    final Set<Object> once = new HashSet<>();
    private final Map<HoldKey, Hold> holds = new LinkedHashMap<>();

    /** One payee of one release, tip or task. */
    private record HoldKey(UUID of, UUID release, Party payee) {}

    private static final class Hold {
        final long amount;
        boolean isDue;
        boolean isRecalled;

        Hold(long amount) {
            this.amount = amount;
        }
    }

    World(Map<String, Long> present) {
        this.books = new Books(present);
    }

    /** The service must not have said yes otherwise. */
    static void must(boolean condition, Object step) {
        assertThat(condition).as("%s was accepted", step).isTrue();
    }

    /** Whoever owes the platform something gives nothing to others. */
    void mustOweNothing(Party payer, Object step) {
        must(books.of(debt(payer)) == 0, step + " by a debtor");
    }

    void mustBeAbleToPay(Party payer, long amount, Object step) {
        must(!frozenWallets.contains(payer), step + " from a frozen wallet");
        must(!isOrderKnown || books.of(available(payer)) >= amount, step);
    }

    /** Earned, but not to be spent before its safety window ends. */
    void earn(UUID of, UUID release, Map<Party, Long> parts, String from) {
        parts.forEach((payee, amount) -> {
            books.move(amount, from, pending(payee));
            holds.put(new HoldKey(of, release, payee), new Hold(amount));
        });
    }

    boolean isAllPending(UUID of, UUID release, Map<Party, Long> parts) {
        return parts.keySet().stream()
                .allMatch(payee -> holds.containsKey(new HoldKey(of, release, payee)));
    }

    void recall(UUID of, UUID release, Map<Party, Long> parts, String to) {
        parts.forEach((payee, amount) -> {
            books.move(amount, pending(payee), to);
            hold(of, release, payee).isRecalled = true;
        });
    }

    void restore(UUID of, UUID release, Map<Party, Long> parts, String from) {
        parts.forEach((payee, amount) -> {
            books.move(amount, from, pending(payee));
            hold(of, release, payee).isRecalled = false;
        });
    }

    private Hold hold(UUID of, UUID release, Party payee) {
        var hold = holds.get(new HoldKey(of, release, payee));
        if (hold == null) {
            throw new AssertionError("Nothing is held of " + release + " for " + payee);
        }
        return hold;
    }

    void endWindows(UUID of) {
        holds.forEach((key, hold) -> hold.isDue |= key.of().equals(of));
    }

    Set<UUID> heldFor() {
        var all = new HashSet<UUID>();
        holds.keySet().forEach(key -> all.add(key.of()));
        return all;
    }

    void clear() {
        holds.forEach((key, hold) -> {
            if (hold.isDue && !hold.isRecalled) {
                books.move(hold.amount, pending(key.payee()), available(key.payee()));
            }
        });
        holds.values().removeIf(hold -> hold.isDue && !hold.isRecalled);
    }

    CreditState creditsOf(Party owner) {
        return credits.computeIfAbsent(owner, _ -> new CreditState());
    }
}

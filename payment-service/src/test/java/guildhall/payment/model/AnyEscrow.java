package guildhall.payment.model;

import static java.util.Objects.requireNonNull;

import guildhall.messages.id.DisputeId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.party.Side;
import guildhall.messages.payment.PaymentCommands;
import guildhall.messages.payment.PaymentCommands.CancelEscrowV1;
import guildhall.messages.payment.PaymentCommands.FreezeEscrowV1;
import guildhall.messages.payment.PaymentCommands.ReturnFrozenFundsV1;
import guildhall.messages.payment.PaymentCommands.UnfreezeEscrowV1;
import guildhall.messages.payment.TeamShare;
import guildhall.payment.model.EscrowSteps.Deal;
import guildhall.testkit.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Commands to escrows, alone or several in one batch. */
final class AnyEscrow {
    private final Seeds any;
    private final World world;
    private final List<Side> clients;
    private final List<Side> talents;
    private final Map<EscrowId, Known> known = new LinkedHashMap<>();

    /** What was asked for so far, whatever the answers were. */
    private static final class Known {
        final Deal deal;
        int attempts = 1;
        final List<UUID> releases = new ArrayList<>();
        Optional<DisputeId> dispute = Optional.empty();

        Known(Deal deal) {
            this.deal = deal;
        }
    }

    AnyEscrow(Seeds any, World world, List<Side> clients, List<Side> talents) {
        this.any = any;
        this.world = world;
        this.clients = clients;
        this.talents = talents;
    }

    Step next(Instant at) {
        var commands = new ArrayList<PaymentCommands>();
        var deals = new ArrayList<Deal>();
        int count = any.chance(70) ? 1 : any.intBetween(2, 5);
        for (int i = 0; i < count; i++) {
            if (known.isEmpty() || any.chance(25)) {
                known.put(any.id(EscrowId::new), new Known(deal()));
            }
            var escrow = any.oneOf(List.copyOf(known.keySet()));
            var about = requireNonNull(known.get(escrow));
            deals.add(about.deal);
            commands.add(
                    world.escrows.containsKey(escrow.value())
                            ? aboutFunded(escrow, about)
                            : aboutUnfunded(escrow, about));
        }
        return new EscrowSteps(List.copyOf(commands), List.copyOf(deals), at);
    }

    private PaymentCommands aboutUnfunded(EscrowId escrow, Known about) {
        if (any.chance(10)) {
            return aboutFunded(escrow, about);
        }
        return about.deal.fund(escrow, any.chance(80) ? about.attempts++ : about.attempts);
    }

    private PaymentCommands aboutFunded(EscrowId escrow, Known about) {
        var state = world.escrows.get(escrow.value());
        long held = state == null ? 1 : Math.max(1, state.held());
        return switch (any.intBetween(0, 14)) {
            case 0 -> new CancelEscrowV1(escrow, any.id(RefundId::new), "Agreed");
            case 1, 2 -> EscrowSteps.refund(escrow, any.id(RefundId::new), amount(held));
            case 3, 4, 5 -> freeze(escrow, about);
            case 6, 7, 8, 9 -> end(escrow, about, state == null ? 0 : state.frozen());
            default -> EscrowSteps.release(escrow, release(about), amount(held));
        };
    }

    /** Now and then one that is known already, with another amount. */
    private ReleaseId release(Known about) {
        if (!about.releases.isEmpty() && any.chance(10)) {
            return new ReleaseId(any.oneOf(about.releases));
        }
        var id = any.uuid();
        about.releases.add(id);
        return new ReleaseId(id);
    }

    private PaymentCommands freeze(EscrowId escrow, Known about) {
        var dispute = any.id(DisputeId::new);
        about.dispute = Optional.of(dispute);
        return new FreezeEscrowV1(escrow, dispute);
    }

    private PaymentCommands end(EscrowId escrow, Known about, long frozen) {
        var dispute = about.dispute.orElseGet(() -> any.id(DisputeId::new));
        long toPayer = any.longBetween(0, frozen);
        return switch (any.intBetween(0, 3)) {
            case 0 -> new UnfreezeEscrowV1(escrow, dispute);
            case 1 -> new ReturnFrozenFundsV1(escrow, dispute);
            default ->
                    EscrowSteps.split(
                            escrow,
                            dispute,
                            release(about),
                            toPayer,
                            Math.max(1, frozen) - toPayer);
        };
    }

    private long amount(long held) {
        return any.chance(20) ? held : any.longBetween(1, held + 1);
    }

    private Deal deal() {
        var payer = any.oneOf(clients);
        var most = Math.max(100, world.books.of(Books.available(payer.party())));
        var payee = any.oneOf(talents);
        var tariff =
                new Prices.Tariff(
                        any.oneOf("FIXED", "HOURLY", "GIG_ORDER", "GIG_ORDER", "ASSET"),
                        any.intBetween(0, 6));
        return new Deal(payer, payee, any.longBetween(1, most), tariff, team(payee));
    }

    private List<TeamShare> team(Side payee) {
        if (any.chance(65)) {
            return List.of();
        }
        var members = any.shuffled(talents).subList(0, 3);
        int first = any.intBetween(1, 5_000);
        int second = any.intBetween(1, 4_999);
        var shares = new ArrayList<TeamShare>();
        shares.add(new TeamShare(members.get(0), first));
        shares.add(new TeamShare(members.get(1), second));
        shares.add(new TeamShare(members.get(2), 10_000 - first - second));
        return any.bool() || members.contains(payee) ? List.copyOf(shares) : List.of();
    }
}

package guildhall.payment.model;

import static guildhall.payment.model.Books.FEES;
import static guildhall.payment.model.Books.PROMO;
import static guildhall.payment.model.Books.UNUSED_CREDITS;
import static guildhall.payment.model.CashSteps.usd;
import static guildhall.payment.model.World.must;

import guildhall.messages.party.Party;
import guildhall.payment.credit.CreditCommand;
import guildhall.payment.credit.CreditCommand.AddCredits;
import guildhall.payment.credit.CreditCommand.ConsumeCredits;
import guildhall.payment.credit.CreditCommand.ExpireCredits;
import guildhall.payment.credit.CreditCommand.ReleaseCredits;
import guildhall.payment.credit.CreditCommand.ReserveCredits;
import guildhall.payment.credit.CreditCommand.RevokeCredits;
import guildhall.payment.credit.Lot;
import guildhall.payment.credit.LotId;
import guildhall.runtime.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Credits: posting rules 10, 11 and 12. Purchases are charges. */
record CreditSteps(Party owner, CreditCommand command) implements Step {
    static final long BONUS_UNIT = 10_00;

    @Override
    public Answer send(Service service) {
        return Answer.of(service.credits().handle(owner, command));
    }

    @Override
    public void book(World world, Answer answer) {
        var credits = world.creditsOf(owner);
        switch (command) {
            case AddCredits(var lot) -> {
                var id = lot.id().value();
                if (!credits.isKnown(id)) {
                    var value = lot.units() * BONUS_UNIT;
                    credits.give(id, lot.units(), value, lot.addedAt(), lot.expiresAt());
                    world.books.move(value, PROMO, UNUSED_CREDITS);
                }
            }
            case ExpireCredits(var lot, var at) ->
                    world.books.move(credits.expire(lot.value(), at), UNUSED_CREDITS, PROMO);
            case ReserveCredits(var task, var units, var at) -> {
                if (answer.tells("CreditsReserved")) {
                    world.mustOweNothing(owner, this);
                }
                must(credits.reserve(task.value(), units, at), this);
            }
            case RevokeCredits _ -> throw new IllegalArgumentException("Part of a chargeback");
            case ReleaseCredits(var task, var units, var at) ->
                    world.books.move(
                            credits.release(task.value(), units, at), UNUSED_CREDITS, PROMO);
            case ConsumeCredits consume -> consume(world, credits, consume);
        }
    }

    private static void consume(World world, CreditState credits, ConsumeCredits consume) {
        var task = consume.task();
        var value = credits.consume(task.value(), consume.units());
        var share = Prices.ofTalent(value);
        if (share > 0) {
            var release = releaseOf(task.value());
            var parts = Map.of(consume.talent().party(), share);
            world.earn(task.value(), release, parts, UNUSED_CREDITS);
        }
        world.books.move(value - share, UNUSED_CREDITS, FEES);
    }

    private static UUID releaseOf(UUID task) {
        return Ids.derived("release of", task);
    }

    static Lot bonus(UUID id, int units, Instant at) {
        return new Lot(
                new LotId(id),
                Lot.Kind.BONUS,
                units,
                usd(units * BONUS_UNIT),
                at.plus(Duration.ofDays(1)),
                at);
    }

    @Override
    public Set<String> alone() {
        return Set.of("credits " + owner);
    }

    @Override
    public Set<String> together() {
        return Set.of("holds", "wallet " + owner);
    }
}

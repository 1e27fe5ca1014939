package guildhall.payment.credit;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.credit.CreditCommand.AddCredits;
import guildhall.payment.credit.CreditCommand.ConsumeCredits;
import guildhall.payment.credit.CreditCommand.ExpireCredits;
import guildhall.payment.credit.CreditCommand.ReleaseCredits;
import guildhall.payment.credit.CreditCommand.ReserveCredits;
import guildhall.payment.credit.CreditCommand.RevokeCredits;
import guildhall.payment.credit.CreditEvent.CreditsAdded;
import guildhall.payment.credit.CreditEvent.CreditsConsumed;
import guildhall.payment.credit.CreditEvent.CreditsExpired;
import guildhall.payment.credit.CreditEvent.CreditsReleased;
import guildhall.payment.credit.CreditEvent.CreditsReserved;
import guildhall.payment.credit.CreditEvent.CreditsRevoked;
import guildhall.payment.credit.CreditRejection.InsufficientCredits;
import guildhall.payment.credit.CreditRejection.MoreThanReserved;
import guildhall.payment.credit.CreditRejection.OwesPlatform;
import guildhall.payment.credit.CreditRejection.TermsDiffer;
import guildhall.payment.credit.CreditRejection.TooMany;
import guildhall.payment.credit.CreditRejection.UnknownLot;
import guildhall.payment.credit.CreditRejection.UnknownReservation;
import guildhall.payment.credit.Lot.Part;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The credits of one client. What is repeated is accepted without events. */
public final class CreditDecider
        implements Decider<CreditCommand, CreditAccount, CreditEvent, CreditRejection> {
    private final Party owner;
    private final TalentShare share;
    private final boolean owesPlatform;

    /**
     * @param owesPlatform whether a chargeback is not paid back yet
     */
    public CreditDecider(Party owner, TalentShare share, boolean owesPlatform) {
        this.owner = owner;
        this.share = share;
        this.owesPlatform = owesPlatform;
    }

    @Override
    public CreditAccount initial() {
        return CreditAccount.empty(owner);
    }

    @Override
    public Decision<CreditEvent, CreditRejection> decide(
            CreditCommand command, CreditAccount account) {
        return switch (command) {
            case AddCredits(var lot) -> add(lot, account);
            case ExpireCredits(var lot, var at) -> expire(lot, at, account);
            case RevokeCredits revoke -> revoke(revoke, account);
            case ReserveCredits reserve -> reserve(reserve, account);
            case ReleaseCredits release -> release(release, account);
            case ConsumeCredits consume -> consume(consume, account);
        };
    }

    private static Decision<CreditEvent, CreditRejection> add(Lot lot, CreditAccount account) {
        if (account.lot(lot.id()).isPresent()) {
            return accept();
        }
        var all = (long) account.available() + account.reserved() + lot.units();
        return all > Integer.MAX_VALUE ? reject(new TooMany()) : accept(new CreditsAdded(lot));
    }

    private static Decision<CreditEvent, CreditRejection> expire(
            LotId id, Instant at, CreditAccount account) {
        return account.lot(id)
                .map(lot -> new Accepted<CreditEvent, CreditRejection>(expired(lot, at)))
                .<Decision<CreditEvent, CreditRejection>>map(accepted -> accepted)
                .orElseGet(() -> reject(new UnknownLot()));
    }

    private static List<CreditEvent> expired(Lot lot, Instant at) {
        return lot.hasExpired(at) && lot.units() > 0
                ? List.of(new CreditsExpired(lot.part(lot.units()), at))
                : List.of();
    }

    /** Only what is neither reserved nor used up; the rest is owed. */
    private static Decision<CreditEvent, CreditRejection> revoke(
            RevokeCredits revoke, CreditAccount account) {
        var lot = account.lot(revoke.lot());
        if (lot.isEmpty()) {
            return reject(new UnknownLot());
        }
        if (lot.get().units() == 0) {
            return accept();
        }
        var part = lot.get().worth(revoke.amount());
        return part.units() == 0 ? accept() : accept(new CreditsRevoked(part, revoke.at()));
    }

    private Decision<CreditEvent, CreditRejection> reserve(
            ReserveCredits reserve, CreditAccount account) {
        var known = account.reservation(reserve.task());
        if (known.isPresent()) {
            return known.get().units() == reserve.units() ? accept() : reject(new TermsDiffer());
        }
        if (owesPlatform) {
            return reject(new OwesPlatform());
        }
        var parts = new ArrayList<Part>();
        int missing = reserve.units();
        for (var lot : account.lots()) {
            int taken = lot.hasExpired(reserve.at()) ? 0 : Math.min(missing, lot.units());
            if (taken > 0) {
                parts.add(lot.part(taken));
                missing -= taken;
            }
        }
        return missing > 0
                ? reject(new InsufficientCredits())
                : accept(new CreditsReserved(reserve.task(), parts, reserve.at()));
    }

    private static Decision<CreditEvent, CreditRejection> release(
            ReleaseCredits release, CreditAccount account) {
        var known = account.reservation(release.task());
        if (known.isEmpty()) {
            return reject(new UnknownReservation());
        }
        var reservation = known.get();
        if (reservation.release().isPresent()) {
            var units = Reservation.units(reservation.release().get().parts());
            return units == release.units() ? accept() : reject(new TermsDiffer());
        }
        if (reservation.openUnits() < release.units()) {
            return reject(new MoreThanReserved());
        }
        var released =
                new CreditsReleased(
                        release.task(), reservation.first(release.units()), release.at());
        var events = new ArrayList<CreditEvent>();
        events.add(released);
        var after = evolved(account, released);
        for (var part : released.parts()) {
            after.lot(part.lot()).ifPresent(lot -> events.addAll(expired(lot, release.at())));
        }
        return new Accepted<>(events);
    }

    private Decision<CreditEvent, CreditRejection> consume(
            ConsumeCredits consume, CreditAccount account) {
        var known = account.reservation(consume.task());
        if (known.isEmpty()) {
            return reject(new UnknownReservation());
        }
        var reservation = known.get();
        if (reservation.consumption().isPresent()) {
            return isSame(reservation.consumption().get(), consume)
                    ? accept()
                    : reject(new TermsDiffer());
        }
        if (reservation.openUnits() < consume.units()) {
            return reject(new MoreThanReserved());
        }
        var parts = reservation.first(consume.units());
        var value = parts.stream().map(Part::value).reduce(Money::plus).orElseThrow();
        return accept(
                new CreditsConsumed(
                        consume.task(),
                        parts,
                        consume.talent(),
                        consume.title(),
                        share.of(value),
                        consume.at()));
    }

    private static boolean isSame(CreditsConsumed done, ConsumeCredits asked) {
        return Reservation.units(done.parts()) == asked.units()
                && done.talent().party().equals(asked.talent().party());
    }

    @Override
    public CreditAccount evolve(CreditAccount account, CreditEvent event) {
        return evolved(account, event);
    }

    private static CreditAccount evolved(CreditAccount account, CreditEvent event) {
        return switch (event) {
            case CreditsAdded(var lot) -> {
                var lots = new ArrayList<>(account.lots());
                lots.add(lot);
                yield account.with(lots, account.reserved());
            }
            case CreditsExpired(var part, _) ->
                    account.with(taken(account, List.of(part)), account.reserved());
            case CreditsRevoked(var part, _) ->
                    account.with(taken(account, List.of(part)), account.reserved());
            case CreditsReserved reserved -> {
                int units = Reservation.units(reserved.parts());
                yield account.with(
                                taken(account, reserved.parts()),
                                Math.addExact(account.reserved(), units))
                        .with(Reservation.of(reserved));
            }
            case CreditsReleased released -> {
                int units = Reservation.units(released.parts());
                yield account.with(returned(account, released.parts()), account.reserved() - units)
                        .with(reservation(account, event).with(released));
            }
            case CreditsConsumed consumed -> {
                int units = Reservation.units(consumed.parts());
                yield account.with(account.lots(), account.reserved() - units)
                        .with(reservation(account, event).with(consumed));
            }
        };
    }

    private static Reservation reservation(CreditAccount account, CreditEvent event) {
        var task =
                switch (event) {
                    case CreditsReleased released -> released.task();
                    case CreditsConsumed consumed -> consumed.task();
                    case CreditsReserved reserved -> reserved.task();
                    case CreditsAdded _, CreditsExpired _, CreditsRevoked _ ->
                            throw new IllegalStateException(event + " is about no task");
                };
        return account.reservation(task)
                .orElseThrow(() -> new IllegalStateException(event + " without a reservation"));
    }

    private static List<Lot> taken(CreditAccount account, List<Part> parts) {
        return account.lots().stream()
                .map(lot -> part(lot, parts).map(lot::without).orElse(lot))
                .toList();
    }

    private static List<Lot> returned(CreditAccount account, List<Part> parts) {
        return account.lots().stream()
                .map(lot -> part(lot, parts).map(lot::with).orElse(lot))
                .toList();
    }

    private static Optional<Part> part(Lot lot, List<Part> parts) {
        return parts.stream().filter(part -> part.lot().equals(lot.id())).findFirst();
    }
}

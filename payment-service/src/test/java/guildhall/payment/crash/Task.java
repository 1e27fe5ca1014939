package guildhall.payment.crash;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.id.TipId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.payment.tip.TipOrder;
import guildhall.runtime.id.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The same work for whoever is told its name: a client with a few escrows, of which every talent
 * gets tips, each a change of the group commit, and releases, each batch one transaction.
 */
record Task(String name) {
    static final int ESCROWS = 4;
    static final int TIPS = 15;
    static final int RELEASES = 6;
    static final long FUNDED = 100_00;
    static final long RELEASED = 7_00;
    static final long TIP = 1_11;

    Side payer() {
        return side(PartyType.BUSINESS, "payer");
    }

    Side payee(int escrow) {
        return side(PartyType.TALENT, "payee " + escrow);
    }

    private Side side(PartyType type, String who) {
        return new Side(new Party(type, id(who)), new UserId(id("user of " + who)));
    }

    EscrowId escrow(int nr) {
        return new EscrowId(id("escrow " + nr));
    }

    FundEscrowV1 fund(int nr) {
        var escrow = escrow(nr);
        return new FundEscrowV1(
                escrow,
                1,
                new ContractId(escrow.value()),
                new MilestoneId(escrow.value()),
                "Logo",
                payer(),
                payee(nr),
                Money.of(FUNDED, "USD"));
    }

    /** What has to be released before anybody may tip. */
    ReleaseEscrowV1 first(int nr) {
        return release(nr, "first");
    }

    /** Released together. */
    List<ReleaseEscrowV1> batch(int nr) {
        return IntStream.range(0, ESCROWS)
                .mapToObj(escrow -> release(escrow, "release " + nr))
                .toList();
    }

    private ReleaseEscrowV1 release(int escrow, String word) {
        var release = new ReleaseId(id(word + " of " + escrow));
        return new ReleaseEscrowV1(escrow(escrow), release, Money.of(RELEASED, "USD"));
    }

    Stream<TipOrder> tips() {
        return IntStream.range(0, ESCROWS)
                .boxed()
                .flatMap(escrow ->
                        IntStream.range(0, TIPS)
                                .mapToObj(nr ->
                                        new TipOrder(
                                                new TipId(id("tip " + escrow + " " + nr)),
                                                escrow(escrow),
                                                payer().user(),
                                                Money.of(TIP, "USD"),
                                                "Thank you",
                                                now())));
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private UUID id(String word) {
        return Ids.derived("crash", name, word);
    }
}

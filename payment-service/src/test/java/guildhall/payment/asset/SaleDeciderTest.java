package guildhall.payment.asset;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.messages.id.AssetId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.LicenceId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.asset.Sale.Absent;
import guildhall.payment.asset.Sale.Captured;
import guildhall.payment.asset.Sale.Refunded;
import guildhall.payment.asset.Sale.Refused;
import guildhall.payment.asset.SaleCommand.CaptureSale;
import guildhall.payment.asset.SaleCommand.RefundSale;
import guildhall.payment.asset.SaleEvent.SaleCaptured;
import guildhall.payment.asset.SaleEvent.SaleRefunded;
import guildhall.payment.asset.SaleEvent.SaleRefused;
import guildhall.payment.asset.SaleRejection.AlreadyAvailable;
import guildhall.payment.asset.SaleRejection.NotCaptured;
import guildhall.payment.asset.SaleRejection.TermsDiffer;
import guildhall.payment.asset.SaleRejection.UnknownLicence;
import guildhall.payment.clearing.SafetyHold;
import guildhall.payment.clearing.SafetyWindow;
import guildhall.payment.fee.ContractKind;
import guildhall.payment.fee.FeeBasis;
import guildhall.payment.fee.FeeQuote;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.Pending;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SaleDeciderTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Instant LATER = NOON.plusSeconds(60);
    static final Currency USD = Currency.getInstance("USD");
    static final Side BUYER = side(PartyType.BUSINESS, 1);
    static final Side SELLER = side(PartyType.TALENT, 2);
    static final UUID LICENCE = new UUID(0, 9);
    static final SaleTerms TERMS = terms(BUYER, SELLER, 20_00);
    static final FeeQuote QUOTE = new FeeQuote("v1", usd(20_00), usd(1_60), List.of());
    static final Captured PAID = new Captured(TERMS, usd(1_60), "v1", NOON);
    static final Refused POOR = new Refused(TERMS, SaleRefusal.INSUFFICIENT_FUNDS, NOON);
    static final Account WALLET = new Available(BUYER.party(), USD);
    static final Account EARNED = new Pending(SELLER.party(), USD);
    static final Account FEES = new FeeRevenue(USD);

    final SaleDecider decider = new SaleDecider();

    @Test
    void takesThePriceFromWhoHasIt() {
        assertThat(decider.decide(capture(20_00, null), new Absent()))
                .isEqualTo(accept(new SaleCaptured(PAID)));
        assertThat(decider.decide(capture(19_99, null), new Absent()))
                .isEqualTo(accept(new SaleRefused(POOR)));
    }

    @ParameterizedTest
    @EnumSource(names = {"WALLET_FROZEN", "DEBT_OUTSTANDING"})
    void takesNothingFromWhoMayNotPay(SaleRefusal bar) {
        assertThat(decider.decide(capture(20_00, bar), new Absent()))
                .isEqualTo(accept(new SaleRefused(new Refused(TERMS, bar, NOON))));
    }

    @Test
    void takesNothingAtAPriceThatNobodyKnows() {
        var unknown = new CaptureSale(TERMS, usd(20_00), null, null, NOON);

        assertThat(decider.decide(unknown, new Absent()))
                .isEqualTo(
                        accept(
                                new SaleRefused(
                                        new Refused(
                                                TERMS, SaleRefusal.UNKNOWN_FEE_SCHEDULE, NOON))));
    }

    @Test
    void changesNothingAtARepetitionEvenIfThereIsMoneyByNow() {
        assertThat(decider.decide(capture(20_00, null), PAID)).isEqualTo(accept());
        assertThat(decider.decide(capture(20_00, null), POOR)).isEqualTo(accept());
        assertThat(decider.decide(capture(20_00, null), new Refunded(PAID, LATER)))
                .isEqualTo(accept());
    }

    @Test
    void refusesAnotherSaleOfTheSameLicence() {
        for (var other :
                List.of(
                        terms(BUYER, SELLER, 20_01),
                        terms(side(PartyType.BUSINESS, 3), SELLER, 20_00),
                        terms(BUYER, side(PartyType.TALENT, 3), 20_00))) {
            var capture = new CaptureSale(other, usd(100_00), null, QUOTE, NOON);

            assertThat(decider.decide(capture, PAID)).isEqualTo(reject(new TermsDiffer()));
        }
    }

    @Test
    void givesBackWhatTheSellerCannotSpendYet() {
        assertThat(decider.decide(new RefundSale(true, LATER), PAID))
                .isEqualTo(accept(new SaleRefunded(PAID, LATER)));
        assertThat(decider.decide(new RefundSale(false, LATER), PAID))
                .isEqualTo(reject(new AlreadyAvailable()));
    }

    @Test
    void givesBackOnceAndOnlyWhatWasPaid() {
        var refund = new RefundSale(true, LATER);

        assertThat(decider.decide(refund, new Refunded(PAID, NOON))).isEqualTo(accept());
        assertThat(decider.decide(refund, POOR)).isEqualTo(reject(new NotCaptured()));
        assertThat(decider.decide(refund, new Absent())).isEqualTo(reject(new UnknownLicence()));
    }

    @Test
    void remembersWhatHappened() {
        assertThat(decider.evolve(decider.initial(), new SaleCaptured(PAID))).isEqualTo(PAID);
        assertThat(decider.evolve(decider.initial(), new SaleRefused(POOR))).isEqualTo(POOR);
        assertThat(decider.evolve(PAID, new SaleRefunded(PAID, LATER)))
                .isEqualTo(new Refunded(PAID, LATER));
        assertThatIllegalStateException()
                .isThrownBy(() -> decider.evolve(POOR, new SaleRefunded(PAID, LATER)));
        assertThatIllegalStateException()
                .isThrownBy(() -> decider.evolve(PAID, new SaleCaptured(PAID)));
    }

    @Test
    void paysTheSellerLessTheFeeAndBackAgain() {
        assertThat(SaleJournals.of(new SaleCaptured(PAID)))
                .contains(
                        journal(
                                "captured",
                                Reason.ASSET_SALE,
                                NOON,
                                List.of(
                                        debit(WALLET, usd(20_00)),
                                        credit(EARNED, usd(18_40)),
                                        credit(FEES, usd(1_60)))));
        assertThat(SaleJournals.of(new SaleRefunded(PAID, LATER)))
                .contains(
                        journal(
                                "refunded",
                                Reason.REFUND,
                                LATER,
                                List.of(
                                        debit(EARNED, usd(18_40)),
                                        debit(FEES, usd(1_60)),
                                        credit(WALLET, usd(20_00)))));
        assertThat(SaleJournals.of(new SaleRefused(POOR))).isEmpty();
        assertThat(SaleJournals.accounts(TERMS)).isEqualTo(Set.of(WALLET, EARNED, FEES));
    }

    @Test
    void leavesOutOfAJournalWhatIsNothing() {
        var free = new Captured(TERMS, usd(0), "v1", NOON);
        var kept = new Captured(TERMS, usd(20_00), "v1", NOON);

        assertThat(SaleJournals.of(new SaleCaptured(free)).orElseThrow().entries())
                .containsExactly(debit(WALLET, usd(20_00)), credit(EARNED, usd(20_00)));
        assertThat(SaleJournals.of(new SaleRefunded(free, LATER)).orElseThrow().entries())
                .containsExactly(debit(EARNED, usd(20_00)), credit(WALLET, usd(20_00)));
        assertThat(SaleJournals.of(new SaleCaptured(kept)).orElseThrow().entries())
                .containsExactly(debit(WALLET, usd(20_00)), credit(FEES, usd(20_00)));
        assertThat(SaleJournals.of(new SaleRefunded(kept, LATER)).orElseThrow().entries())
                .containsExactly(debit(FEES, usd(20_00)), credit(WALLET, usd(20_00)));
    }

    @Test
    void holdsWhatTheSellerGotForTheSafetyWindow() {
        var window = new SafetyWindow(Duration.ofDays(7));

        assertThat(SaleJournals.hold(PAID, window))
                .contains(
                        new SafetyHold(
                                new EscrowId(LICENCE),
                                new ReleaseId(LICENCE),
                                SELLER,
                                usd(18_40),
                                "Brushes",
                                NOON.plus(Duration.ofDays(7))));
        assertThat(SaleJournals.hold(new Captured(TERMS, usd(20_00), "v1", NOON), window))
                .isEmpty();
    }

    @Test
    void sellsNothingForNothingAndNothingElseThanAssets() {
        assertThatIllegalArgumentException().isThrownBy(() -> terms(BUYER, SELLER, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SaleTerms(
                                TERMS.licence(),
                                TERMS.asset(),
                                "Brushes",
                                BUYER,
                                SELLER,
                                usd(1),
                                FeeBasis.STANDARD));
    }

    private static CaptureSale capture(long available, @Nullable SaleRefusal bar) {
        return new CaptureSale(TERMS, usd(available), bar, QUOTE, NOON);
    }

    private static Journal journal(String step, Reason reason, Instant at, List<Entry> entries) {
        return new Journal(
                new JournalSource("asset-sale", LICENCE, step), reason, "Brushes", at, entries);
    }

    private static SaleTerms terms(Side buyer, Side seller, long price) {
        return new SaleTerms(
                new LicenceId(LICENCE),
                new AssetId(new UUID(0, 8)),
                "Brushes",
                buyer,
                seller,
                usd(price),
                new FeeBasis(ContractKind.ASSET, null, 0, ""));
    }

    private static Side side(PartyType type, int number) {
        return new Side(new Party(type, new UUID(1, number)), new UserId(new UUID(2, number)));
    }

    private static Money usd(long minorUnits) {
        return Money.of(minorUnits, "USD");
    }
}

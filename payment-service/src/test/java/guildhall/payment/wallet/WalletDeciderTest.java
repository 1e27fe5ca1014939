package guildhall.payment.wallet;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.messages.money.Money;
import guildhall.payment.wallet.WalletCommand.CloseWallet;
import guildhall.payment.wallet.WalletCommand.Contents;
import guildhall.payment.wallet.WalletCommand.FreezeWallet;
import guildhall.payment.wallet.WalletCommand.UnfreezeWallet;
import guildhall.payment.wallet.WalletEvent.WalletClosed;
import guildhall.payment.wallet.WalletEvent.WalletFrozen;
import guildhall.payment.wallet.WalletEvent.WalletUnfrozen;
import guildhall.payment.wallet.WalletRejection.AlreadyClosed;
import guildhall.payment.wallet.WalletRejection.InDebt;
import guildhall.payment.wallet.WalletRejection.NotEmpty;
import guildhall.payment.wallet.WalletRejection.NotFrozen;
import guildhall.payment.wallet.WalletState.Active;
import guildhall.payment.wallet.WalletState.Closed;
import guildhall.payment.wallet.WalletState.Frozen;
import guildhall.runtime.decide.Decision;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WalletDeciderTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Instant LATER = NOON.plusSeconds(60);
    static final WalletState ACTIVE = new Active();
    static final WalletState FROZEN = new Frozen(NOON);
    static final WalletState CLOSED = new Closed(NOON);

    static final WalletCommand FREEZE = new FreezeWallet(LATER);
    static final WalletCommand UNFREEZE = new UnfreezeWallet(LATER);
    static final Contents NOTHING = contents(0, 0, 0, 0, 0, 0);

    final WalletDecider decider = new WalletDecider();

    static Stream<Arguments> decisions() {
        return Stream.of(
                Arguments.of(ACTIVE, FREEZE, accept(new WalletFrozen(LATER))),
                Arguments.of(FROZEN, FREEZE, accept()),
                Arguments.of(CLOSED, FREEZE, reject(new AlreadyClosed())),
                Arguments.of(ACTIVE, UNFREEZE, accept()),
                Arguments.of(FROZEN, UNFREEZE, accept(new WalletUnfrozen(LATER))),
                Arguments.of(CLOSED, UNFREEZE, reject(new AlreadyClosed())),
                Arguments.of(ACTIVE, close(NOTHING), reject(new NotFrozen())),
                Arguments.of(FROZEN, close(NOTHING), accept(new WalletClosed(LATER))),
                Arguments.of(CLOSED, close(NOTHING), accept()));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void goesFromActiveToFrozenAndBackAndFromFrozenToClosed(
            WalletState state,
            WalletCommand command,
            Decision<WalletEvent, WalletRejection> expected) {
        assertThat(decider.decide(command, state)).isEqualTo(expected);
    }

    static Stream<Contents> leftovers() {
        return Stream.of(
                contents(1, 0, 0, 0, 0, 0),
                contents(0, 1, 0, 0, 0, 0),
                contents(0, 0, 0, 1, 0, 0),
                contents(0, 0, 0, 0, 1, 0),
                contents(0, 0, 0, 0, 0, 1));
    }

    @ParameterizedTest
    @MethodSource("leftovers")
    void closesNoWalletThatMoneyIsInOrMayComeInto(Contents leftover) {
        assertThat(decider.decide(close(leftover), FROZEN))
                .isEqualTo(reject(new NotEmpty(leftover)));
    }

    @Test
    void closesNoWalletWhoseOwnerOwesSomething() {
        assertThat(decider.decide(close(contents(0, 0, 7_00, 0, 0, 0)), FROZEN))
                .isEqualTo(reject(new InDebt(Money.of(7_00, "USD"))));
        assertThat(decider.decide(close(contents(1, 0, 7_00, 1, 1, 1)), FROZEN))
                .isEqualTo(reject(new InDebt(Money.of(7_00, "USD"))));
    }

    @Test
    void isUsableOnlyWhileItIsActive() {
        var frozen = decider.evolve(decider.initial(), new WalletFrozen(NOON));
        var unfrozen = decider.evolve(frozen, new WalletUnfrozen(LATER));
        var closed = decider.evolve(frozen, new WalletClosed(LATER));

        assertThat(frozen).isEqualTo(FROZEN);
        assertThat(unfrozen).isEqualTo(ACTIVE);
        assertThat(closed).isEqualTo(new Closed(LATER));
        assertThat(Stream.of(ACTIVE, FROZEN, CLOSED).filter(WalletState::isUsable))
                .containsExactly(ACTIVE);
        assertThatIllegalStateException()
                .isThrownBy(() -> decider.evolve(ACTIVE, new WalletClosed(NOON)));
    }

    private static WalletCommand close(Contents contents) {
        return new CloseWallet(contents, LATER);
    }

    private static Contents contents(
            long available, long pending, long owed, long escrows, long payouts, long refunds) {
        return new Contents(
                Money.of(available, "USD"),
                Money.of(pending, "USD"),
                Money.of(owed, "USD"),
                escrows,
                payouts,
                refunds);
    }
}

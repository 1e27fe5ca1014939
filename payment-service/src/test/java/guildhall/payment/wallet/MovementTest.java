package guildhall.payment.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MovementTest {
    @Test
    void closesWithWhatWasThereAndCameInAndDidNotGoOut() {
        assertThat(new Statements.Movement(100, 30, 7).closing()).isEqualTo(123);
    }

    @Test
    void isEmptyAndActiveBeforeAnythingHappened() {
        var usd = Currency.getInstance("USD");
        var id = new WalletId(new Party(PartyType.TALENT, new UUID(0, 1)), usd);
        var nothing = Money.zero(usd);

        assertThat(Wallet.empty(id))
                .isEqualTo(
                        new Wallet(
                                id, new WalletState.Active(), nothing, nothing, nothing, nothing));
    }
}

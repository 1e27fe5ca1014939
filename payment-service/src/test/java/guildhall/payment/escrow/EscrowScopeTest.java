package guildhall.payment.escrow;

import static guildhall.payment.escrow.EscrowFixtures.ACME;
import static guildhall.payment.escrow.EscrowFixtures.ESCROW;
import static guildhall.payment.escrow.EscrowFixtures.POLICY;
import static guildhall.payment.escrow.EscrowFixtures.REFUND;
import static guildhall.payment.escrow.EscrowFixtures.RELEASE;
import static guildhall.payment.escrow.EscrowFixtures.USD;
import static guildhall.payment.escrow.EscrowFixtures.cancel;
import static guildhall.payment.escrow.EscrowFixtures.fund;
import static guildhall.payment.escrow.EscrowFixtures.release;
import static guildhall.payment.escrow.EscrowFixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.escrow.TeamSplit.Share;
import guildhall.payment.wallet.WalletId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EscrowScopeTest {
    static final EscrowId OTHER = new EscrowId(new UUID(0, 0xe2));
    static final EscrowOrder ELSEWHERE =
            new EscrowOrder.Release(OTHER, RELEASE, usd(1), EscrowFixtures.LATER);

    @Test
    void locksTheEscrowsOfAllOrdersAndTheWalletsOfThoseWhoPay() {
        var orders = List.of(fund(1), release(RELEASE, 1), ELSEWHERE);

        assertThat(EscrowScope.escrows(orders)).containsExactlyInAnyOrder(ESCROW, OTHER);
        assertThat(EscrowScope.payers(orders)).containsExactly(new WalletId(ACME, USD));
        assertThat(EscrowScope.payers(List.of(ELSEWHERE))).isEmpty();
    }

    @Test
    void locksNothingForOrdersThatCanOnlyBeRefused() {
        var cancelled =
                Map.<EscrowId, Escrow>of(ESCROW, new Escrow.Tombstone(REFUND, EscrowFixtures.NOON));
        var refused = EscrowScope.of(POLICY.fees(), List.of(fund(1), cancel(REFUND)), cancelled);
        var unknown = EscrowScope.of(POLICY.fees(), List.of(fund(1), ELSEWHERE), Map.of());

        assertThat(refused.accounts()).isEmpty();
        assertThat(unknown.accounts()).hasSize(2);
        assertThat(unknown.pairs()).isEmpty();
    }

    @Test
    void takesTeamsOfFiftyAndNotMore() {
        assertThatCode(() -> new TeamSplit(shares(50))).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> new TeamSplit(shares(51)));
        assertThatCode(() -> new TeamSplit(List.of(new Share(member(0), 10_000))))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(member(0), 10_001));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(member(0), 0));
    }

    /** All of them the same, the first one with what is left. */
    private static List<Share> shares(int count) {
        int each = 10_000 / count;
        return IntStream.range(0, count)
                .mapToObj(nr -> new Share(member(nr), nr == 0 ? 10_000 - each * (count - 1) : each))
                .toList();
    }

    private static Side member(int nr) {
        return new Side(new Party(PartyType.TALENT, new UUID(1, nr)), new UserId(new UUID(2, nr)));
    }
}

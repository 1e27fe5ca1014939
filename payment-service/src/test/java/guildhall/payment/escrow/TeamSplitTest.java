package guildhall.payment.escrow;

import static guildhall.payment.escrow.EscrowFixtures.TERMS;
import static guildhall.payment.escrow.EscrowFixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.escrow.TeamSplit.Part;
import guildhall.payment.escrow.TeamSplit.Share;
import guildhall.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TeamSplitTest {
    static final Side PAYEE = TERMS.payee();
    static final Side ANN = member(1);
    static final Side BOB = member(2);
    static final Side CAT = member(3);

    @Test
    void leavesEverythingWithThePayeeWithoutATeam() {
        assertThat(TeamSplit.NOBODY.of(usd(10), PAYEE)).containsExactly(new Part(PAYEE, usd(10)));
        assertThat(TeamSplit.NOBODY.of(usd(0), PAYEE)).isEmpty();
        assertThat(TeamSplit.NOBODY.members(PAYEE)).containsExactly(PAYEE);
    }

    @Test
    void givesTheRemainderToTheVault() {
        var split =
                new TeamSplit(
                        List.of(
                                new Share(ANN, 4_500),
                                new Share(PAYEE, 1_000),
                                new Share(BOB, 4_500)));

        // 4.5 cents each are 4, the vault gets its 1 and the one that is left over.
        assertThat(split.of(usd(10), PAYEE))
                .containsExactly(
                        new Part(ANN, usd(4)), new Part(PAYEE, usd(2)), new Part(BOB, usd(4)));
        assertThat(split.members(PAYEE)).containsExactly(ANN, PAYEE, BOB);
    }

    @Test
    void givesTheRemainderToTheLargestShareWhenThereIsNoVault() {
        var split = split(new Share(ANN, 3_000), new Share(BOB, 3_500), new Share(CAT, 3_500));
        var reversed = split(new Share(CAT, 3_500), new Share(BOB, 3_500), new Share(ANN, 3_000));

        assertThat(split.of(usd(1), PAYEE)).containsExactly(new Part(BOB, usd(1)));
        assertThat(reversed.of(usd(1), PAYEE)).containsExactly(new Part(BOB, usd(1)));
        assertThat(split.of(usd(101), PAYEE))
                .containsExactly(
                        new Part(ANN, usd(30)), new Part(BOB, usd(36)), new Part(CAT, usd(35)));
    }

    @Test
    void refusesSharesThatAreNotAWhole() {
        assertThatIllegalArgumentException().isThrownBy(() -> split(new Share(ANN, 9_999)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> split(new Share(ANN, 5_000), new Share(BOB, 5_001)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> split(new Share(ANN, 5_000), new Share(ANN, 5_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(ANN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(ANN, 10_001));
    }

    @Test
    void neverGainsOrLosesACentAndIsFairToOneCent() {
        Seeds.forAll(
                500,
                any -> {
                    var split = any(any);
                    var amount = any.money(0, any.bool() ? 100 : Long.MAX_VALUE, "USD");

                    var parts = split.of(amount, PAYEE);

                    assertThat(parts.stream().map(Part::amount).reduce(usd(0), Money::plus))
                            .isEqualTo(amount);
                    assertThat(split.of(amount, PAYEE)).isEqualTo(parts);
                    assertThat(parts).noneMatch(part -> part.amount().isZero());
                    assertThat(parts.size()).isLessThanOrEqualTo(split.shares().size());
                });
    }

    static TeamSplit any(Seeds any) {
        var shares = new ArrayList<Share>();
        var left = 10_000;
        for (int i = 1; left > 1 && i < 8; i++) {
            var part = any.intBetween(1, left - 1);
            shares.add(new Share(member(i), part));
            left -= part;
        }
        shares.add(new Share(any.bool() ? PAYEE : member(9), left));
        return new TeamSplit(shares);
    }

    static TeamSplit split(Share... shares) {
        return new TeamSplit(List.of(shares));
    }

    static Side member(int number) {
        return new Side(
                new Party(PartyType.TALENT, new UUID(1, number)), new UserId(new UUID(2, number)));
    }
}

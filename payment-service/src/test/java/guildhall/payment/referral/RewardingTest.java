package guildhall.payment.referral;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.messages.id.ReferralId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.PromoExpense;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RewardingTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Currency USD = Currency.getInstance("USD");
    static final ReferralReward FIFTY = reward(1, 50_00, NOON);

    final Rewarding rewarding = new Rewarding(50_00);

    @Test
    void paysOutOfThePlatformsPocket() {
        var beneficiary = FIFTY.beneficiary().party();

        assertThat(rewarding.first(FIFTY)).isEqualTo(accept(FIFTY));
        assertThat(FIFTY.journal())
                .isEqualTo(
                        new Journal(
                                new JournalSource("referral", FIFTY.id().value(), "paid"),
                                Reason.REFERRAL_REWARD,
                                "Referral reward",
                                NOON,
                                List.of(
                                        debit(new PromoExpense(USD), FIFTY.amount()),
                                        credit(new Available(beneficiary, USD), FIFTY.amount()))));
        assertThat(FIFTY.accounts())
                .isEqualTo(Set.of(new PromoExpense(USD), new Available(beneficiary, USD)));
    }

    @Test
    void paysARepeatedCommandOnlyOnceAndRefusesOtherTerms() {
        var later = reward(1, 50_00, NOON.plusSeconds(1));

        assertThat(rewarding.again(later, FIFTY)).isEqualTo(accept());
        assertThat(rewarding.again(reward(1, 49_99, NOON), FIFTY))
                .isEqualTo(reject(RewardRejection.TERMS_DIFFER));
        assertThat(rewarding.again(reward(2, 50_00, NOON), FIFTY))
                .isEqualTo(reject(RewardRejection.TERMS_DIFFER));
    }

    @Test
    void refusesMoreThanTheLimitAndNothingAtAll() {
        assertThat(rewarding.first(reward(1, 50_01, NOON)))
                .isEqualTo(reject(RewardRejection.ABOVE_LIMIT));
        assertThatIllegalArgumentException().isThrownBy(() -> reward(1, 0, NOON));
    }

    static ReferralReward reward(int beneficiary, long amount, Instant at) {
        return new ReferralReward(
                new ReferralId(new UUID(0, 9)),
                new Side(
                        new Party(PartyType.TALENT, new UUID(1, beneficiary)),
                        new UserId(new UUID(2, 1))),
                new Money(amount, USD),
                at);
    }
}

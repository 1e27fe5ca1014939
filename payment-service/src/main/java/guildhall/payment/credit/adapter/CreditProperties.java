package guildhall.payment.credit.adapter;

import guildhall.messages.money.Money;
import guildhall.payment.credit.CreditPack;
import guildhall.payment.credit.TalentShare;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param currency in which packs are priced and credits are worth something
 * @param packs what can be bought
 * @param talentShareBasisPoints what the talent of a task gets of the value of its credits
 * @param bonusUnitValue what a unit is worth that was given away, in minor units
 * @param bonusExpiresAfter how long bonus units can be used
 * @param largestBonus in units
 * @param lowBelowTasks for how many average tasks credits must last, or their owner is told
 * @param averageOfTasks of how many tasks, the newest, that average is
 */
@ConfigurationProperties("guildhall.payment.credit")
record CreditProperties(
        @DefaultValue("USD") String currency,
        @DefaultValue List<Pack> packs,
        @DefaultValue("7000") int talentShareBasisPoints,
        @DefaultValue("1000") long bonusUnitValue,
        @DefaultValue("90d") Duration bonusExpiresAfter,
        @DefaultValue("1000") int largestBonus,
        @DefaultValue("2") BigDecimal lowBelowTasks,
        @DefaultValue("20") int averageOfTasks) {
    CreditProperties {
        if (averageOfTasks < 1) {
            throw new IllegalArgumentException("An average of no tasks");
        }
        packs = List.copyOf(packs);
    }

    /**
     * @param price in minor units
     */
    record Pack(String id, int units, long price) {}

    List<CreditPack> creditPacks() {
        return packs.stream()
                .map(pack ->
                        new CreditPack(pack.id(), pack.units(), Money.of(pack.price(), currency)))
                .toList();
    }

    Optional<CreditPack> pack(String id) {
        return creditPacks().stream().filter(pack -> pack.id().equals(id)).findFirst();
    }

    TalentShare talentShare() {
        return new TalentShare(talentShareBasisPoints);
    }

    Money bonusValue(int units) {
        return Money.of(Math.multiplyExact(bonusUnitValue, (long) units), currency);
    }
}

package guildhall.payment.referral.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.ReferralId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.referral.ReferralReward;
import guildhall.payment.referral.ReferralRewards;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcReferralRewards implements ReferralRewards {
    private final JdbcClient jdbc;

    JdbcReferralRewards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ReferralReward> find(ReferralId id) {
        return jdbc.sql("select * from referral_reward where referral_id = :id")
                .param("id", id.value())
                .query((row, _) -> reward(row))
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(ReferralReward reward) {
        jdbc.sql(
                        """
                        insert into referral_reward (referral_id, beneficiary, beneficiary_user,
                            currency, amount, paid_at)
                        values (:id, :beneficiary, :user, :currency, :amount, :at)
                        """)
                .param("id", reward.id().value())
                .param("beneficiary", reward.beneficiary().party().toString())
                .param("user", reward.beneficiary().user().value())
                .param("currency", reward.amount().currency().getCurrencyCode())
                .param("amount", reward.amount().minorUnits())
                .param("at", utc(reward.at()))
                .update();
    }

    private static ReferralReward reward(ResultSet row) throws SQLException {
        var party = row.getString("beneficiary");
        var colon = party.indexOf(':');
        return new ReferralReward(
                new ReferralId(row.getObject("referral_id", UUID.class)),
                new Side(
                        new Party(
                                PartyType.valueOf(party.substring(0, colon)),
                                UUID.fromString(party.substring(colon + 1))),
                        new UserId(row.getObject("beneficiary_user", UUID.class))),
                Money.of(row.getLong("amount"), row.getString("currency")),
                instant(row, "paid_at"));
    }
}

package guildhall.payment.payout.adapter;

import static guildhall.messages.party.VerificationTier.BASIC;
import static guildhall.messages.party.VerificationTier.ENHANCED;
import static guildhall.messages.party.VerificationTier.PREMIUM;
import static guildhall.messages.party.VerificationTier.STANDARD;
import static guildhall.messages.party.VerificationTier.UNVERIFIED;
import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.id.PayoutId;
import guildhall.messages.id.UserId;
import guildhall.messages.id.VerificationId;
import guildhall.messages.identity.VerificationEvents.VerificationDecidedV1;
import guildhall.messages.identity.VerificationEvents.VerificationExpiredV1;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.messages.party.VerificationTier;
import guildhall.payment.payout.PayoutOrder;
import guildhall.payment.payout.Speed;
import guildhall.payment.verification.KnownTier;
import guildhall.payment.verification.KnownTiers;
import guildhall.runtime.sql.SqlTime;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.WithInfrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a party may withdraw a day follows the tier that identity-service tells. */
@SpringBootTest(properties = "guildhall.payment.payout.daily-limits.BASIC=100")
@WithInfrastructure({POSTGRES, KAFKA})
class TierLimitIT {
    private static final Instant NOW = Instant.parse("2027-01-15T12:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    @Autowired DailyLimits limits;
    @Autowired KnownTiers tiers;
    @Autowired KafkaProbe kafka;
    @Autowired JdbcClient jdbc;

    final Party talent = new Party(PartyType.TALENT, UUID.randomUUID());
    final UserId user = new UserId(UUID.randomUUID());
    final VerificationId verification = new VerificationId(UUID.randomUUID());

    @Test
    void givesTheLimitOfEachTierAndNoneToTheHighest() {
        assertThat(left(NOW)).isEqualTo(100_00);
        keep(STANDARD, null, 1);
        assertThat(left(NOW)).isEqualTo(1_000_00);
        keep(ENHANCED, null, 2);
        assertThat(left(NOW)).isEqualTo(5_000_00);
        keep(PREMIUM, null, 3);
        assertThat(left(NOW)).isEqualTo(Long.MAX_VALUE);
        keep(UNVERIFIED, null, 4);
        assertThat(left(NOW)).isEqualTo(100_00);
    }

    @Test
    void believesTheNewestWordWhateverComesLateOrAgain() {
        keep(STANDARD, null, 5);

        keep(PREMIUM, null, 4);
        keep(ENHANCED, null, 5);

        assertThat(tiers.find(talent)).contains(new KnownTier(STANDARD, null));
    }

    @Test
    void fallsBackOnTimeWithoutWaitingToBeTold() {
        keep(STANDARD, TOMORROW, 1);

        assertThat(left(TOMORROW.minusMillis(1))).isEqualTo(1_000_00);
        assertThat(left(TOMORROW)).isEqualTo(100_00);
    }

    @Test
    void countsWhatWasWithdrawnOfTheSameCurrencyWithinADay() {
        var account = account();
        withdrawn(account, "USD", 99_99, YESTERDAY.plusMillis(1));
        withdrawn(account, "USD", 50_00, YESTERDAY);
        withdrawn(account, "EUR", 30_00, NOW);

        assertThat(left(NOW)).isEqualTo(1);
        withdrawn(account, "USD", 1, NOW);
        assertThat(left(NOW)).isZero();
        keep(STANDARD, null, 1);
        assertThat(left(NOW)).isEqualTo(900_00);
        withdrawn(account, "USD", 900_00, NOW);
        keep(BASIC, null, 2);
        assertThat(left(NOW)).isZero();
    }

    @Test
    void hearsOfDecisionsAndOfTheirEnd() {
        kafka.publish(
                new VerificationDecidedV1(
                        verification, talent, user, 3, "VERIFIED", ENHANCED, TOMORROW, null, NOW));
        await().untilAsserted(() ->
                assertThat(tiers.find(talent)).contains(new KnownTier(ENHANCED, TOMORROW)));

        kafka.publish(
                new VerificationExpiredV1(verification, talent, user, 4, BASIC, null, TOMORROW));
        await().untilAsserted(
                        () -> assertThat(tiers.find(talent)).contains(new KnownTier(BASIC, null)));
    }

    private UUID account() {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into payout_account (account_id, status, owner, owner_user, method,
                            currency, provider, external_account, destination_token, last_four,
                            opened_at, changed_at, reported_at, is_verified, decided_at)
                        values (:id, 'ACTIVE', :owner, :id, 'BANK_TRANSFER', 'USD', 'sandbox', :id,
                            'tok', '4242', now(), now(), now(), true, now())
                        """)
                .param("id", id)
                .param("owner", talent.toString())
                .update();
        return id;
    }

    private void withdrawn(UUID account, String currency, long minorUnits, Instant at) {
        jdbc.sql(
                        """
                        insert into payout (payout_id, status, owner, owner_user, account_id,
                            currency, amount, fee, speed, requested_at, review, due_at)
                        values (gen_random_uuid(), 'PENDING', :owner, :account, :account, :currency,
                            :amount, 0, 'STANDARD', :at, 'AWAITED', :at)
                        """)
                .param("owner", talent.toString())
                .param("account", account)
                .param("currency", currency)
                .param("amount", minorUnits)
                .param("at", SqlTime.utc(at))
                .update();
    }

    private void keep(VerificationTier tier, @Nullable Instant until, long revision) {
        tiers.keep(talent, new KnownTier(tier, until), revision);
    }

    private long left(Instant at) {
        var amount = Money.of(10_00, "USD");
        return limits.left(
                        new PayoutOrder(
                                new PayoutId(UUID.randomUUID()),
                                new Side(talent, user),
                                new PayoutAccountId(UUID.randomUUID()),
                                amount,
                                Money.of(0, "USD"),
                                Speed.STANDARD,
                                at))
                .minorUnits();
    }
}

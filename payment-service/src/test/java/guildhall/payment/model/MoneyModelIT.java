package guildhall.payment.model;

import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.payment.PaymentServiceApplication;
import guildhall.payment.TestMoney;
import guildhall.testkit.Seeds;
import guildhall.testkit.TestEnvironment;
import guildhall.testkit.WithInfrastructure;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Every command that moves money, in any order, with repetitions and deaths, on the database. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            Doors.NO_MESSAGES,
            Doors.NO_RELAY,
            Doors.NO_SWEEP,
            Doors.NO_RECOVERY,
            Doors.NO_BATCH,
            Doors.NO_MATCHING,
            Doors.RETRY_AT_ONCE,
            Doors.NO_LIMIT,
            Doors.NO_HOLD
        })
@WithInfrastructure(POSTGRES)
@Import({TestMoney.class, Doors.class})
class MoneyModelIT {
    /** Kinds of commands, and what they led to. */
    private static final List<String> EFFECTS =
            List.of(
                    "Told TopUpSucceeded",
                    "Told TopUpDeclined",
                    "Told TopUpCancelled",
                    "BuyCredits TopUpRequested",
                    "ChargeBack",
                    "AskBack RefundRequested",
                    "Review RefundApproved",
                    "Refunded RefundProcessed",
                    "Refunded RefundFailed",
                    "EscrowSteps Funded",
                    "EscrowSteps Released",
                    "EscrowSteps Refunded",
                    "EscrowSteps WoundUp",
                    "EscrowSteps Frozen",
                    "EscrowSteps Unfrozen",
                    "EscrowSteps Split",
                    "Give Tip",
                    "Buy SaleCaptured",
                    "Buy SaleRefused",
                    "GiveBack SaleRefunded",
                    "Withdraw PayoutRequested",
                    "Later PayoutApprovedOnce",
                    "Later PayoutApproved",
                    "Later PayoutDeclined",
                    "Later PayoutSubmitted",
                    "Later PayoutCompleted",
                    "Later PayoutReturned",
                    "Later PayoutPostponed",
                    "Later PayoutFailed",
                    "Later PayoutCancelled",
                    "CreditSteps CreditsAdded",
                    "CreditSteps CreditsReserved",
                    "CreditSteps CreditsReleased",
                    "CreditSteps CreditsConsumed",
                    "CreditSteps CreditsExpired",
                    "AskToReverse AdjustmentRequested",
                    "Decide AdjustmentPosted",
                    "Decide AdjustmentTurnedDown",
                    "Freeze WalletFrozen",
                    "Freeze WalletUnfrozen",
                    "Reward",
                    "Subscribe PeriodPaid",
                    "Sweep",
                    "Recover");

    @Autowired Service service;
    @Autowired TestEnvironment environment;
    @Autowired TestMoney money;

    @Test
    void hasEveryCentWhereThePostingRulesSay() {
        var accepted = new ConcurrentSkipListSet<String>();
        int batches = Long.getLong(Seeds.REPLAY) == null ? 10 : 1; // Rare effects may take more.

        do {
            Seeds.forAll(30, any -> new MoneyRun(any, List.of(service), accepted).oneByOne(100));
        } while (!accepted.containsAll(EFFECTS) && --batches > 0);

        money.assertLedgerAddsUp();
        assertThatEverythingHappened(accepted);
    }

    @Test
    void hasEveryCentThereHoweverManyCommandsComeAtOnce() {
        Seeds.forAll(12, any -> run(any, List.of(service)).manyAtOnce(20));

        money.assertLedgerAddsUp();
    }

    /** As after a rebalance of the consumers: both get the same, and neither knows of the other. */
    @Test
    void hasEveryCentThereWhenTwoInstancesGetTheSameCommands() {
        try (var other =
                new SpringApplicationBuilder(PaymentServiceApplication.class, Doors.class)
                        .web(WebApplicationType.NONE)
                        .properties(
                                environment.properties().entrySet().stream()
                                        .map(Object::toString)
                                        .toArray(String[]::new))
                        .run(
                                arguments(
                                        Doors.NO_MESSAGES,
                                        Doors.NO_RELAY,
                                        Doors.NO_SWEEP,
                                        Doors.NO_RECOVERY,
                                        Doors.NO_BATCH,
                                        Doors.NO_MATCHING,
                                        Doors.RETRY_AT_ONCE,
                                        Doors.NO_LIMIT,
                                        Doors.NO_HOLD))) {
            var both = List.of(service, other.getBean(Service.class));

            Seeds.forAll(12, any -> run(any, both).manyAtOnce(15));
        }

        money.assertLedgerAddsUp();
    }

    @Test
    void letsNothingOutOfAFrozenWalletToABankOrACard() {
        Seeds.forAll(1, any -> run(any, List.of(service)).throughAFreeze());
    }

    private static MoneyRun run(Seeds any, List<Service> instances) {
        return new MoneyRun(any, instances, new ConcurrentSkipListSet<>());
    }

    private static String[] arguments(String... properties) {
        return List.of(properties).stream().map("--"::concat).toArray(String[]::new);
    }

    /** Otherwise the model would have little to say. A single history that is repeated may. */
    private static void assertThatEverythingHappened(Set<String> accepted) {
        if (Long.getLong(Seeds.REPLAY) == null) {
            assertThat(accepted).containsAll(EFFECTS);
        }
    }
}

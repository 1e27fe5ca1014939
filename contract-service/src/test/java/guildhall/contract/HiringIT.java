package guildhall.contract;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.messages.contract.ContractEvents.ContractActivatedV1;
import guildhall.messages.contract.ContractEvents.ContractCancelledV1;
import guildhall.messages.contract.ContractEvents.ContractDraftedV1;
import guildhall.messages.contract.ContractEvents.ContractReadyForFundingV1;
import guildhall.messages.contract.ContractEvents.FundingFailedV1;
import guildhall.messages.contract.MilestoneEvents.MilestoneFundedV1;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.money.Money;
import guildhall.messages.open.PublicContracts.PublicContractActivatedV1;
import guildhall.messages.payment.PaymentCommands.CancelEscrowV1;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.ServiceApi;
import guildhall.testkit.ServiceApi.Answer;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestClock;
import guildhall.testkit.WithInfrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Hire and fund, with real Kafka and PostgreSQL; the test plays job and payment. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestClock.class)
class HiringIT {
    @LocalServerPort int port;
    @Autowired KafkaProbe probe;
    @Autowired TestClock clock;

    ServiceApi api;

    @BeforeEach
    void now() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MICROS));
        api = new ServiceApi(port);
    }

    @Test
    void turnsAnAcceptedProposalIntoAContractThatBecomesActiveWithItsMoney() {
        var deal = Deal.inTwoSteps(probe);

        var order = deal.hire();
        var waiting = api.get("/v1/contracts/" + order.contractId(), deal.client);
        deal.fund(order);

        var active =
                probe.await(
                        ContractActivatedV1.class, m -> m.contractId().equals(order.contractId()));
        assertThat(order.amount()).isEqualTo(Deal.SKETCHES);
        assertThat(order.payer()).isEqualTo(deal.client.side());
        assertThat(order.payee()).isEqualTo(deal.talent.side());
        assertThat(waiting.text("/status")).isEqualTo("PENDING_FUNDING");
        assertThat(waiting.texts("/actions")).containsExactly("CANCEL");
        assertThat(active.amount()).isEqualTo(deal.accepted.amount());
        assertThat(active.number()).matches("C-\\d{4}-\\d{6}");
        probe.await(
                ContractReadyForFundingV1.class, m -> m.contractId().equals(order.contractId()));
        probe.await(MilestoneFundedV1.class, m -> m.milestoneId().equals(order.milestoneId()));
        probe.await(
                PublicContractActivatedV1.class, m -> m.contractId().equals(order.contractId()));
        var seen = api.get("/v1/contracts/" + order.contractId(), deal.talent);
        assertThat(seen.text("/status")).isEqualTo("ACTIVE");
        assertThat(seen.text("/role")).isEqualTo("TALENT");
        assertThat(seen.text("/money/held/amount")).isEqualTo("30000");
        assertThat(seen.text("/money/allocated/amount")).isEqualTo("90000");
        assertThat(milestones(order, deal.client).items("/status"))
                .containsExactly("FUNDED", "PLANNED");
        assertThat(milestones(order, deal.client).items("/title"))
                .containsExactly("Sketches", "Logo");
    }

    @Test
    void letsTheClientTopUpAndFundAgain() {
        var deal = new Deal(probe);
        var order = deal.hire();
        deal.refuse(order, "INSUFFICIENT_FUNDS");
        var failed =
                probe.await(FundingFailedV1.class, m -> m.contractId().equals(order.contractId()));

        var refused = milestones(order, deal.client);
        var asTalent = milestones(order, deal.talent);
        var again = fund(order, deal.client);
        var second = deal.order(order.contractId(), 2);
        deal.fund(second);

        assertThat(failed.reason()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(refused.items("/funding/state")).containsExactly("REFUSED");
        assertThat(refused.items("/funding/refusal")).containsExactly("INSUFFICIENT_FUNDS");
        assertThat(asTalent.text("/items/0/funding/refusal")).isEmpty();
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.location()).hasPath("/v1/milestones/" + order.milestoneId());
        assertThat(second.escrowId()).isEqualTo(order.escrowId());
        probe.await(ContractActivatedV1.class, m -> m.contractId().equals(order.contractId()));
    }

    @Test
    void ignoresRepeatedMessages() {
        var deal = new Deal(probe);
        var id = UUID.randomUUID();
        probe.publish(id, deal.accepted);
        probe.publish(id, deal.accepted);
        probe.publish(deal.accepted);
        var order = deal.order(deal.contract(), 1);
        deal.fund(order);
        deal.fund(order);
        deal.refuse(order, "INSUFFICIENT_FUNDS");
        probe.await(ContractActivatedV1.class, m -> m.contractId().equals(order.contractId()));

        barrier();

        assertThat(
                        probe.all(ContractDraftedV1.class).stream()
                                .filter(m -> isOf(deal, m.proposalId().value())))
                .hasSize(1);
        assertThat(
                        probe.all(FundEscrowV1.class).stream()
                                .filter(m -> m.contractId().equals(order.contractId())))
                .hasSize(1);
        assertThat(
                        probe.all(ContractActivatedV1.class).stream()
                                .filter(m -> m.contractId().equals(order.contractId())))
                .hasSize(1);
        assertThat(api.get("/v1/contracts/" + order.contractId(), deal.client).text("/status"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void cancelsAContractThatNobodyFundsAndTakesBackMoneyThatComesTooLate() {
        var deal = new Deal(probe);
        var order = deal.hire();
        deal.refuse(order, "INSUFFICIENT_FUNDS");
        probe.await(FundingFailedV1.class, m -> m.contractId().equals(order.contractId()));

        clock.advance(Duration.ofDays(2));
        deal.orderToClose(order);
        deal.fund(order);
        deal.close(order, order.amount());

        var cancelled = cancelled(order.contractId());
        assertThat(cancelled.reason()).isEqualTo("FUNDING_TIMEOUT");
        assertThat(probe.all(ContractActivatedV1.class))
                .noneMatch(m -> m.contractId().equals(order.contractId()));
        clock.set(Instant.now());
        assertThat(milestones(order, deal.client).items("/status")).containsExactly("CANCELLED");
        assertThat(fund(order, deal.client).problem()).isEqualTo("contract/not-active");
    }

    @Test
    void sendsTheOrderAgainWhenPaymentStaysSilent() {
        var deal = new Deal(probe);
        var order = deal.hire();

        clock.advance(Duration.ofSeconds(30));

        await().untilAsserted(() ->
                assertThat(probe.all(FundEscrowV1.class).stream().filter(order::equals))
                        .hasSize(2));
    }

    @Test
    void aCancellationThatCrossesTheMoneyEndsCancelledWithTheMoneyBack() {
        var deal = new Deal(probe);
        var order = deal.hire();

        var backedOut = cancel(order, deal.talent);
        var again = cancel(order, deal.client);
        deal.fund(order);
        deal.close(order, order.amount());

        assertThat(backedOut.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(cancelled(order.contractId()).reason()).isEqualTo("TALENT");
        assertThat(probe.all(ContractActivatedV1.class))
                .noneMatch(m -> m.contractId().equals(order.contractId()));
        assertThat(
                        probe.all(CancelEscrowV1.class).stream()
                                .filter(m -> m.escrowId().equals(order.escrowId())))
                .hasSize(1);
    }

    @Test
    void cancelsAtBirthASecondHireOfTheSameTalentForTheSameJob() {
        var deal = new Deal(probe);
        var order = deal.start();
        var second =
                deal.accepted(
                        new ProposalId(UUID.randomUUID()),
                        deal.accepted.amount(),
                        deal.accepted.acceptedAt());

        probe.publish(second);

        var cancelled =
                probe.await(
                        ContractCancelledV1.class, m -> m.proposalId().equals(second.proposalId()));
        assertThat(cancelled.reason()).isEqualTo("ALREADY_HIRED");
        assertThat(cancelled.contractId()).isNotEqualTo(order.contractId());
    }

    @Test
    void cancelsAtBirthWhatCannotBeAContract() {
        var deal = new Deal(probe);
        var a = deal.accepted;
        var wrong = deal.accepted(a.proposalId(), Money.of(29_999, "USD"), a.acceptedAt());

        probe.publish(wrong);

        var cancelled =
                probe.await(
                        ContractCancelledV1.class, m -> m.proposalId().equals(wrong.proposalId()));
        assertThat(cancelled.reason()).isEqualTo("INVALID_TERMS");
    }

    @Test
    void makesANewContractWhenAReinstatedProposalIsAcceptedAgain() {
        var deal = new Deal(probe);
        var order = deal.hire();
        cancel(order, deal.client);
        deal.close(order, Money.of(0, "USD"));
        cancelled(order.contractId());
        var a = deal.accepted;
        var again = deal.accepted(a.proposalId(), a.amount(), a.acceptedAt().plusSeconds(60));

        probe.publish(again);

        var second =
                probe.await(
                        ContractDraftedV1.class,
                        m ->
                                m.proposalId().equals(a.proposalId())
                                        && !m.contractId().equals(order.contractId()));
        deal.fund(deal.order(second.contractId(), 1));
        probe.await(ContractActivatedV1.class, m -> m.contractId().equals(second.contractId()));
    }

    @Test
    void showsEachPartyItsContractsAndNobodyElse() {
        var deal = new Deal(probe);
        var order = deal.start();
        var path = "/v1/contracts/" + order.contractId();
        var stranger = TestCaller.client();

        assertThat(api.get("/v1/contracts", deal.client).items("/id"))
                .containsExactly(order.contractId().toString());
        assertThat(api.get("/v1/contracts?status=ACTIVE", deal.talent).items("/id"))
                .containsExactly(order.contractId().toString());
        assertThat(api.get("/v1/contracts?status=CANCELLED", deal.talent).items("/id")).isEmpty();
        assertThat(api.get("/v1/contracts", stranger).items("/id")).isEmpty();
        for (var hidden : List.of(path, path + "/milestones", path + "/activity")) {
            assertThat(api.get(hidden, stranger).status()).isEqualTo(404);
        }
        assertThat(api.get("/v1/milestones/" + order.milestoneId(), stranger).problem())
                .isEqualTo("contract/unknown-milestone");
        assertThat(cancel(order, stranger).problem()).isEqualTo("contract/unknown-contract");
        assertThat(fund(order, stranger).problem()).isEqualTo("contract/unknown-contract");
        assertThat(api.get("/v1/contracts", TestCaller.staff("ADMIN")).problem())
                .isEqualTo("contract/no-acting-party");
    }

    /** When this is through, everything that was published before has been handled. */
    private void barrier() {
        new Deal(probe).start();
    }

    private static boolean isOf(Deal deal, UUID proposal) {
        return deal.accepted.proposalId().value().equals(proposal);
    }

    private ContractCancelledV1 cancelled(ContractId contract) {
        return probe.await(ContractCancelledV1.class, m -> m.contractId().equals(contract));
    }

    private Answer milestones(FundEscrowV1 order, TestCaller caller) {
        return api.get("/v1/contracts/" + order.contractId() + "/milestones", caller);
    }

    private Answer fund(FundEscrowV1 order, TestCaller caller) {
        return api.post("/v1/contracts/" + order.contractId() + "/funding", caller, "{}");
    }

    private Answer cancel(FundEscrowV1 order, TestCaller caller) {
        return api.post("/v1/contracts/" + order.contractId() + "/cancellation", caller);
    }
}

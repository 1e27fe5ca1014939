package guildhall.contract;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.contract.ContractEvents.ContractCompletedV1;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.testkit.ServiceApi;
import guildhall.testkit.TestEnvironment;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The service stops and starts between any two steps of a deal and goes on where it was. */
class RestartIT {
    @Test
    void finishesADealAlthoughItIsRestartedBetweenTheSteps() {
        try (var environment = TestEnvironment.create("contract", POSTGRES, KAFKA)) {
            var probe = environment.kafka();
            var deal = new Deal(probe);

            var order = run(environment, _ -> deal.hire());
            deal.fund(order); // Payment answers while nobody is there.
            run(
                    environment,
                    api -> {
                        deal.awaitActive(order);
                        var path = "/v1/milestones/" + order.milestoneId();
                        api.post(path + "/submissions", deal.talent, "{\"notes\": \"Done\"}");
                        return api.post(path + "/approval", deal.client);
                    });
            deal.pay(order, run(environment, _ -> deal.release(order)));
            run(
                    environment,
                    _ ->
                            probe.await(
                                    ContractCompletedV1.class,
                                    m -> m.contractId().equals(order.contractId())));

            assertThat(
                            probe.all(ReleaseEscrowV1.class).stream()
                                    .filter(m -> m.escrowId().equals(order.escrowId()))
                                    .map(ReleaseEscrowV1::releaseId)
                                    .distinct())
                    .hasSize(1);
            assertThat(
                            probe.all(FundEscrowV1.class).stream()
                                    .filter(m -> m.contractId().equals(order.contractId()))
                                    .map(FundEscrowV1::escrowId)
                                    .distinct())
                    .hasSize(1);
        }
    }

    private static <T> T run(TestEnvironment environment, Function<ServiceApi, T> scene) {
        try (var service =
                new SpringApplicationBuilder(ContractServiceApplication.class)
                        .properties(Map.copyOf(environment.properties()))
                        .run()) {
            var port = service.getEnvironment().getRequiredProperty("local.server.port", int.class);
            return scene.apply(new ServiceApi(port));
        }
    }
}

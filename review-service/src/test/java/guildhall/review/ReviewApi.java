package guildhall.review;

import guildhall.messages.contract.ContractEvents.ContractCompletedV1;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.money.Money;
import guildhall.messages.review.ReviewEvents.ReviewWindowOpenedV1;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.ServiceApi;
import guildhall.testkit.TestCaller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** The service as its clients and contract-service use it. */
public final class ReviewApi extends ServiceApi {
    private final KafkaProbe probe;

    public ReviewApi(int port, KafkaProbe probe) {
        super(port);
        this.probe = probe;
    }

    /** As contract-service says it; returns when both may review. */
    public void complete(ContractId id, TestCaller client, TestCaller talent) {
        probe.publish(
                new ContractCompletedV1(
                        id,
                        "C-1",
                        new JobId(UUID.randomUUID()),
                        new ProposalId(UUID.randomUUID()),
                        "Logo for a bakery",
                        client.side(),
                        talent.side(),
                        Money.of(40_000, "USD"),
                        Instant.now().truncatedTo(ChronoUnit.MICROS)));
        probe.await(ReviewWindowOpenedV1.class, m -> m.contractId().equals(id));
    }

    public Answer review(TestCaller caller, ContractId contract, int rating, String comment) {
        var body =
                """
                {"contractId": "%s", "rating": %d, "criteria": {"communication": 5},
                 "comment": "%s", "privateFeedback": "Between us."}\
                """
                        .formatted(contract, rating, comment);
        return post("/v1/reviews", caller, body);
    }

    public Answer rewrite(TestCaller caller, String review, String etag, int rating) {
        return send(
                "PUT",
                "/v1/reviews/" + review,
                caller,
                "{\"rating\": %d}".formatted(rating),
                Map.of("If-Match", etag));
    }

    public Answer respond(TestCaller caller, String path, String text) {
        var body = "{\"text\": \"%s\"}".formatted(text);
        return post(path, caller, body);
    }
}

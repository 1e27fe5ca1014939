package guildhall.runtime.outbox;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.runtime.id.Ids;
import guildhall.runtime.sample.SampleService;
import guildhall.testkit.KafkaProbe;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbered messages of one key: the amount is the number. */
record SampleMessages(EscrowId escrow) {
    static SampleMessages ofAFreshKey() {
        return new SampleMessages(new EscrowId(Ids.next()));
    }

    ReleaseEscrowV1 number(int n) {
        return new ReleaseEscrowV1(escrow, new ReleaseId(Ids.next()), Money.of(n, "USD"));
    }

    /** One transaction. */
    void commit(SampleService service, int from, int to) {
        var outbox = service.bean(Outbox.class);
        transactions(service)
                .executeWithoutResult(
                        _ -> IntStream.range(from, to).mapToObj(this::number).forEach(outbox::add));
    }

    static TransactionTemplate transactions(SampleService service) {
        return new TransactionTemplate(service.bean(PlatformTransactionManager.class));
    }

    /** The numbers as they were published, repetitions included. */
    List<Integer> published(KafkaProbe probe) {
        return probe.all(ReleaseEscrowV1.class).stream()
                .filter(message -> message.escrowId().equals(escrow))
                .map(message -> (int) message.amount().minorUnits())
                .toList();
    }

    static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}

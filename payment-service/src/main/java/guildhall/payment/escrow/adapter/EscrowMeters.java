package guildhall.payment.escrow.adapter;

import guildhall.payment.escrow.EscrowAnswer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts what the commands were answered with: {@code guildhall.payment.escrow.answers}. */
@Component
class EscrowMeters {
    private final MeterRegistry meters;
    private final Map<Class<?>, Counter> counters = new ConcurrentHashMap<>();

    EscrowMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(List<EscrowAnswer> answers) {
        answers.forEach(
                answer -> counters.computeIfAbsent(answer.getClass(), this::counter).increment());
    }

    private Counter counter(Class<?> answer) {
        return meters.counter("guildhall.payment.escrow.answers", "answer", answer.getSimpleName());
    }
}

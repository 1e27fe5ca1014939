package guildhall.runtime.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.debezium.pipeline.DataChangeEvent;
import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class PatientSocketsTest {
    private final AwaitedQueue.Arrivals arrivals = AwaitedQueue.arrivals();

    @Test
    void looksBrieflyUntilAllThatArrivedIsSettled() throws IOException, InterruptedException {
        try (var socket = new PatientSockets().createSocket()) {
            settle();
            socket.setSoTimeout(1);
            assertThat(socket.getSoTimeout()).isEqualTo(100);

            new AwaitedQueue()
                    .enqueue(new DataChangeEvent(new SourceRecord(null, null, null, null, null)));
            socket.setSoTimeout(1);
            assertThat(socket.getSoTimeout()).isEqualTo(1);

            settle();
            socket.setSoTimeout(1);
            assertThat(socket.getSoTimeout()).isEqualTo(100);
        }
    }

    @Test
    void leavesOtherTimeOutsAlone() throws IOException {
        try (var socket = new PatientSockets().createSocket()) {
            socket.setSoTimeout(30_000);

            assertThat(socket.getSoTimeout()).isEqualTo(30_000);
        }
    }

    private void settle() throws InterruptedException {
        arrivals.settle(arrivals.awaitMore(-1, Duration.ZERO));
    }
}

package guildhall.payment.crash;

import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.TipId;
import guildhall.payment.TestMoney;
import guildhall.payment.escrow.adapter.EscrowDoor;
import guildhall.payment.ledger.adapter.BooksDoor;
import guildhall.payment.tip.Tips;
import guildhall.payment.tip.adapter.TipDoor;
import guildhall.testkit.TestEnvironment;
import guildhall.testkit.WithInfrastructure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was answered is there, what was not is done when asked again, and nothing is done twice. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"guildhall.consume.enabled=false", "guildhall.outbox.relay.enabled=false"})
@WithInfrastructure(POSTGRES)
@Import({TestMoney.class, EscrowDoor.class, TipDoor.class, BooksDoor.class})
class CrashIT {
    private static final long START = 10_000_00;
    private static final int KILLED = 128 + 9;

    @Autowired TestEnvironment environment;
    @Autowired TestMoney money;
    @Autowired EscrowDoor escrows;
    @Autowired TipDoor tips;
    @Autowired Tips given;
    @Autowired BooksDoor books;
    @Autowired JdbcClient jdbc;

    @Test
    void losesNothingThatWasAnsweredAndDoesNothingTwice() throws Exception {
        var lives = new EnumMap<Moment, Future<List<String>>>(Moment.class);
        try (var watchers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var moment : Moment.values()) {
                prepare(task(moment));
                var process = start(task(moment), moment);
                lives.put(moment, watchers.submit(() -> watchUntilDeath(process, moment)));
            }
        }

        for (var life : lives.entrySet()) {
            var moment = life.getKey();
            assertThat(life.getValue().get())
                    .as("Answered by one that died %s", moment)
                    .allSatisfy(piece -> assertThat(isThere(task(moment), piece)).isTrue());
        }
        assertThat(books.failing()).isEmpty();
        for (var moment : Moment.values()) {
            new Desks(escrows, tips).work(task(moment), _ -> {});
            assertThatAllIsDoneOnce(task(moment));
        }
    }

    private static Task task(Moment moment) {
        return new Task("dies " + moment);
    }

    private void prepare(Task task) {
        money.deposit(task.payer().party(), START);
        for (int nr = 0; nr < Task.ESCROWS; nr++) {
            escrows.handle(List.of(task.fund(nr), task.first(nr)), Task.now());
        }
    }

    private static List<String> watchUntilDeath(Process process, Moment moment)
            throws IOException, InterruptedException {
        var answered = new ArrayList<String>();
        int enough = ThreadLocalRandom.current().nextInt(1, 40);
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(DyingProcess.ANSWERED)) {
                    answered.add(line.substring(DyingProcess.ANSWERED.length()));
                }
                if (moment == Moment.NEVER && answered.size() == enough) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(process.waitFor(10, SECONDS)).isTrue();
        assertThat(process.exitValue())
                .isEqualTo(moment == Moment.NEVER ? KILLED : DyingProcess.DEAD);
        return answered;
    }

    private Process start(Task task, Moment moment) throws IOException {
        var before = ThreadLocalRandom.current().nextInt(0, 6);
        var process =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        ManagementFactory.getRuntimeMXBean().getClassPath(),
                        DyingProcess.class.getName(),
                        task.name(),
                        moment.name(),
                        String.valueOf(before));
        process.environment().putAll(environment.properties());
        process.redirectError(ProcessBuilder.Redirect.INHERIT);
        return process.start();
    }

    private boolean isThere(Task task, String piece) {
        var words = piece.split(" ", 2);
        return words[0].equals("tip")
                ? given.find(TipId.of(words[1])).isPresent()
                : isReleased(task, Integer.parseInt(words[1]));
    }

    private boolean isReleased(Task task, int batch) {
        return task.batch(batch).stream()
                .allMatch(release ->
                        journals(release.escrowId().value(), "released:" + release.releaseId())
                                == 1);
    }

    private long journals(UUID source, String step) {
        return jdbc.sql("select count(*) from journal where source_id = ? and step = ?")
                .params(source, step)
                .query(Long.class)
                .single();
    }

    private void assertThatAllIsDoneOnce(Task task) {
        long tipped = Task.TIPS * Task.TIP;
        long released = (Task.RELEASES + 1) * Task.RELEASED;
        assertThat(money.available(task.payer().party()))
                .isEqualTo(START - Task.ESCROWS * (Task.FUNDED + tipped));
        assertThat(IntStream.range(0, Task.ESCROWS))
                .allSatisfy(nr -> {
                    assertThat(money.escrowed(task.escrow(nr))).isEqualTo(Task.FUNDED - released);
                    // A fifth of what is released is the fee, as long as it is not much.
                    assertThat(money.pending(task.payee(nr).party()))
                            .isEqualTo(released * 4 / 5 + tipped);
                });
        money.assertLedgerAddsUp();
    }
}

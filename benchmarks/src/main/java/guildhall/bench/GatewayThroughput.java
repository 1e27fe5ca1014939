package guildhall.bench;

import guildhall.bench.Bench.Measurement;
import guildhall.client.Api;
import guildhall.stack.ConsoleProgress;
import guildhall.stack.Stack;
import guildhall.stack.component.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests per second through one gateway of its own on one core, with token, rate limit and
 * request id, against a trivial service; beside it the same load on the trivial service alone. Load
 * and trivial service run on the other core, and nothing else runs but Redis.
 */
final class GatewayThroughput implements Measurement {
    private static final String REDIS = "redis";
    private static final Duration WARM_UP = Duration.ofSeconds(90);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final String PATH = "/v1/contracts";
    private static final String TASKSET = "/usr/bin/taskset";

    @Override
    public List<String> needs() {
        return List.of(REDIS);
    }

    @Override
    public Report run(Stack stack, PrintStream out) throws InterruptedException {
        try (var progress = new ConsoleProgress(out)) {
            var others = stack.names().stream().filter(name -> !name.equals(REDIS)).toList();
            stack.down(others, progress);
        }
        var machine = Machine.describe(stack); // Before all but one of its cores are given away.
        var issuer = new Issuer();
        try (var keys = new TrivialService(issuer.keys());
                var service = new TrivialService("{}")) {
            moveToOtherCore();
            out.println("Load on the trivial service alone ...");
            var alone = new HttpLoad(service.port(), PATH, issuer.token());
            alone.run(WARM_UP.dividedBy(10));
            var limit = alone.run(MEASURED);
            var port = freePort();
            var gateway = start(stack, keys, service, port);
            try {
                var api = new Api("http://127.0.0.1:" + port);
                Api.await("the gateway", () -> api.get("/readyz", null), _ -> true);
                var load = new HttpLoad(port, PATH, issuer.token());
                out.println("Warming the gateway up for " + WARM_UP.toSeconds() + " s ...");
                load.run(WARM_UP);
                out.println("Load through the gateway ...");
                return report(machine, load.run(MEASURED), limit);
            } finally {
                gateway.destroy();
                gateway.waitFor();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Report report(String machine, List<Double> through, List<Double> limit) {
        var seconds = MEASURED.toSeconds();
        var percentiles = new Percentiles(through);
        var perSecond = through.size() / (double) seconds;
        var direct = limit.size() / (double) seconds;
        return new Report(
                        "Gateway with token, rate limit and request id, 32 connections",
                        "gateway on core 0, load and trivial service on core 1; " + machine)
                .figure("requests per second", perSecond, "/s", "aim: at least 5000")
                .figure("p50", percentiles.at(50), "ms", "")
                .figure("p99", percentiles.at(99), "ms", "")
                .figure("trivial service alone", direct, "/s", "the limit of this load")
                .figure("gateway to limit", 100 * perSecond / direct, "%", "");
    }

    /** All threads of this JVM; those that come later inherit it. */
    private static void moveToOtherCore() throws IOException, InterruptedException {
        if (new File(TASKSET).canExecute()) {
            var self = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder(TASKSET, "-acp", "1", self).start().waitFor();
        }
    }

    private static Process start(Stack stack, TrivialService keys, TrivialService service, int port)
            throws IOException {
        var command = new ArrayList<String>();
        if (new File(TASKSET).canExecute()) {
            command.addAll(List.of(TASKSET, "-c", "0"));
        }
        command.addAll(
                new JavaCommand(stack.home(), stack.settings()).service("bench-gateway", jar()));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.redirectOutput(stack.home().folder().resolve("logs/bench-gateway.log").toFile());
        var environment = process.environment();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("MANAGEMENT_PORT", Integer.toString(freePort()));
        environment.put("CONTRACT_URL", service.url());
        environment.put("JWKS_URI", keys.url());
        environment.put("TOKEN_ISSUER", Issuer.NAME);
        environment.put("REDIS_URL", "redis://" + stack.url("redis"));
        environment.put("LIMIT_GENERAL", "100000000");
        return process.start();
    }

    private static Path jar() throws IOException {
        var target = Path.of(System.getProperty("guildhall.root", "."), "gateway-service/target");
        try (var files = Files.newDirectoryStream(target, "gateway-service-*.jar")) {
            return files.iterator().next();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

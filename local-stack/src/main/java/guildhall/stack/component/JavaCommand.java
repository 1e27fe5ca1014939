package guildhall.stack.component;

import guildhall.stack.process.ProcessIdentity;
import guildhall.stack.process.Processes;
import guildhall.stack.settings.StackHome;
import guildhall.stack.settings.StackSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How every JVM of the local stack is started: with the JDK that runs this program. */
public final class JavaCommand {
    /** Fewer malloc arenas: a JVM with many threads keeps tens of megabytes less. */
    private static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    /** The collector is what a JVM chooses by itself in a container of less than 1792 MiB. */
    private static final List<String> COMMON =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Duser.timezone=UTC",
                    "-Dfile.encoding=UTF-8");

    /** Only the first compiler tier: quick to start and small. */
    private static final List<String> FAST =
            List.of("-XX:TieredStopAtLevel=1", "-Xss512k", "-Xshare:auto");

    /** Saves some 25 MiB per service and costs no measurable time. */
    private static final String SMALL_NURSERY = "-Xmn32m";

    private final StackHome home;
    private final StackSettings settings;

    public JavaCommand(StackHome home, StackSettings settings) {
        this.home = home;
        this.settings = settings;
    }

    /** A main class of this module, on this program's own class path. */
    public List<String> helper(String component, String mainClass, List<String> arguments) {
        var command = java(component, settings.text("heap." + component));
        command.addAll(logging());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        return command;
    }

    /** One of our services, unpacked next to its libraries. */
    public List<String> service(String component, Path jar) {
        var heap = settings.productionJvm() ? "production.heap" : "heap." + component;
        var command = java(component, settings.text(heap));
        if (!settings.productionJvm()) {
            command.add(SMALL_NURSERY);
        }
        Stream.of(settings.text("jvm.options").split("\\s+"))
                .filter(option -> !option.isBlank())
                .forEach(command::add);
        if (settings.text("start.class-archive").equals("on")) {
            command.add("-XX:+AutoCreateSharedArchive");
            command.add("-XX:SharedArchiveFile=" + jar.resolveSibling("classes.jsa"));
        }
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    public static Map<String, String> environment() {
        return ENVIRONMENT;
    }

    /** Processes that carry this installation's mark for a component. */
    public List<ProcessIdentity> running(String component) {
        return Processes.startedWith(mark(component));
    }

    /** The mark on the command line comes first, where it is never cut off. */
    private List<String> java(String component, String heap) {
        var command = new ArrayList<String>();
        command.add(executable().toString());
        command.add(mark(component));
        command.addAll(COMMON);
        if (!settings.productionJvm()) {
            command.addAll(FAST);
        }
        command.add("-Xmx" + heap);
        command.add(
                "-XX:ErrorFile=" + home.log(component).resolveSibling(component + "-crash-%p.log"));
        return command;
    }

    private String mark(String component) {
        return "-Dguildhall.component=" + component + "@" + home.folder();
    }

    public static Path executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static List<String> logging() {
        return List.of(
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSX",
                "-Dorg.slf4j.simpleLogger.showThreadName=false",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                "-Dorg.slf4j.simpleLogger.log.io.netty=warn",
                "-Dorg.slf4j.simpleLogger.log.kafka=warn",
                "-Dorg.slf4j.simpleLogger.log.org.apache.kafka=warn");
    }
}

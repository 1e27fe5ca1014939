package guildhall.runtime.sample;

import guildhall.messages.MessageCatalogue;
import guildhall.messages.payment.PaymentCommands;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics that these tests use. */
public final class SampleTopics {
    /** Carries the messages of the tests. */
    public static final String COMMANDS = MessageCatalogue.topicOf(PaymentCommands.class);

    public static final String DEAD_COMMANDS = COMMANDS + ".dlt";

    public static void create(String bootstrap, String prefix) {
        var topics =
                Stream.of(COMMANDS, DEAD_COMMANDS)
                        .map(name -> new NewTopic(prefix + name, Optional.of(3), Optional.empty()))
                        .toList();
        try (var admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            admin.createTopics(List.copyOf(topics)).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private SampleTopics() {}
}

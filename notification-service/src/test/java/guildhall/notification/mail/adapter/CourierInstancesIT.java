package guildhall.notification.mail.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.MONGO;
import static guildhall.testkit.Infrastructure.REDIS;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import guildhall.messages.id.MailId;
import guildhall.messages.id.UserId;
import guildhall.messages.notification.NotificationCommands.SendMailV1;
import guildhall.notification.NotificationServiceApplication;
import guildhall.testkit.TestEnvironment;
import guildhall.testkit.engine.FreePort;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class CourierInstancesIT {
    private static final int MAILS = 60;

    private final int smtpPort = FreePort.next();

    @Test
    void shareTheMailsAndSendEachOnce() {
        var server = new GreenMail(new ServerSetup(smtpPort, "localhost", "smtp"));
        server.start();
        try (var environment = TestEnvironment.create("notification", KAFKA, MONGO, REDIS);
                var one = start(environment);
                var two = start(environment)) {
            var mails = new AtomicInteger();
            await().atMost(ofMinutes(1))
                    .pollInterval(ofMillis(20))
                    .until(() -> {
                        environment.kafka().publish(command(mails.getAndIncrement()));
                        return sent(one) > 0 && sent(two) > 0 && mails.get() >= MAILS;
                    });
            await().until(() -> sent(one) + sent(two) >= mails.get());

            var addresses =
                    Arrays.stream(server.getReceivedMessages())
                            .map(mail -> GreenMailUtil.getHeaders(mail))
                            .map(headers -> headers.replaceAll("(?s).*To: (\\S+).*", "$1"));
            assertThat(addresses)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, mails.get())
                                    .mapToObj(CourierInstancesIT::to)
                                    .toList());
        } finally {
            server.stop();
        }
    }

    private static SendMailV1 command(int number) {
        return new SendMailV1(
                new MailId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                to(number),
                "VERIFY_EMAIL",
                "en",
                Map.of());
    }

    private static String to(int number) {
        return "reader%d@example.com".formatted(number);
    }

    private static double sent(ConfigurableApplicationContext instance) {
        var counter =
                instance.getBean(MeterRegistry.class)
                        .find("guildhall.notification.mails.sent")
                        .counter();
        return counter == null ? 0 : counter.count();
    }

    private ConfigurableApplicationContext start(TestEnvironment environment) {
        var properties = new HashMap<String, Object>(environment.properties());
        properties.put("SMTP_PORT", Integer.toString(smtpPort));
        return new SpringApplicationBuilder(NotificationServiceApplication.class)
                .properties(properties)
                .run();
    }
}

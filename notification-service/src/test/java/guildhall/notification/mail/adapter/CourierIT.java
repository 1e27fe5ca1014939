package guildhall.notification.mail.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.MONGO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import guildhall.messages.id.MailId;
import guildhall.messages.identity.UserEvents.UserRegisteredV1;
import guildhall.messages.notification.NotificationCommands.SendMailV1;
import guildhall.notification.NotificationApi;
import guildhall.notification.mail.Mail;
import guildhall.runtime.chore.Chore;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestClock;
import guildhall.testkit.WithInfrastructure;
import guildhall.testkit.engine.FreePort;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
@Import(TestClock.class)
@WithInfrastructure({KAFKA, MONGO})
class CourierIT {
    static final int PORT = FreePort.next();
    static final GreenMail server = new GreenMail(new ServerSetup(PORT, "localhost", "smtp"));

    @Autowired KafkaProbe probe;
    @Autowired TestClock clock;
    @Autowired MongoTemplate mongo;
    @Autowired MailProperties properties;
    @Autowired Courier courier;
    @Autowired MeterRegistry metrics;

    @Autowired
    @Qualifier("retention")
    Chore retention;

    @Autowired
    @Qualifier("mailsPending")
    Chore count;

    final TestCaller reader = TestCaller.client();

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("SMTP_PORT", () -> PORT);
        properties.add("guildhall.mail.search-every", () -> "100ms");
        properties.add("WEB_URL", () -> "https://guildhall.example");
    }

    @BeforeEach
    void open() {
        if (!server.isRunning()) {
            server.start();
        }
    }

    @AfterAll
    static void close() {
        server.stop();
    }

    @Test
    void sendsWhatAnotherServiceAsksFor() throws MessagingException {
        var command = command("VERIFY_EMAIL");

        probe.publish(command);
        probe.publish(command);

        var mail = awaitMail(address(), "Please confirm your address");
        assertThat(mail.getFrom())
                .containsExactly(new InternetAddress("no-reply@guildhall.example"));
        assertThat(mail.getMessageID()).isEqualTo("<" + command.mailId() + "@guildhall.example>");
        assertThat(GreenMailUtil.getBody(mail))
                .contains("Hello Ada")
                .contains("    one-time-code")
                .contains("https://guildhall.example/verify-email?token=one-time-code");
        awaitState(command.mailId(), "SENT");
        assertThat(row(command.mailId()).getString("text")).isEmpty();
        assertThat(row(command.mailId()).getString("link")).isEmpty();
        assertThat(mailsTo(address())).hasSize(1);
    }

    @Test
    void sendsNoticesToTheAddressOfTheUser() {
        register();

        probe.publish(NotificationApi.payment(reader, 12_345));

        var mail = awaitMail(address(), "Payment received");
        assertThat(GreenMailUtil.getBody(mail))
                .contains("123.45 USD is in your wallet.")
                .contains("https://guildhall.example/wallet");
    }

    @Test
    void takesFirstWhatSomebodyWaitsFor() throws InterruptedException {
        courier.stop();
        var mails = new MongoMails(mongo, clock, properties);
        var notice = mail(Optional.empty());
        var code = mail(Optional.of(address()));

        mails.add(List.of(notice));
        mails.add(List.of(code));

        var taken = mails.take(Duration.ZERO);
        mails.giveBack(taken);
        courier.start();
        assertThat(taken.getFirst().mail()).isEqualTo(code);
        awaitState(code.id(), "SENT"); // It was given back, or its lease would last.
    }

    @Test
    void countsTheMailsThatWait() {
        courier.stop();
        var before = pending();
        var code = mail(Optional.of(address()));

        new MongoMails(mongo, clock, properties).add(List.of(code));

        assertThat(pending()).isEqualTo(before + 1);
        courier.start();
        awaitState(code.id(), "SENT");
        assertThat(pending()).isLessThanOrEqualTo(before);
    }

    private double pending() {
        count.work().run();
        return metrics.get("guildhall.notification.mails.pending").gauge().value();
    }

    private Mail mail(Optional<String> to) {
        return new Mail(
                new MailId(UUID.randomUUID()), reader.user(), to, "Subject", "Text", "/link");
    }

    @Test
    void waitsForTheAddressOfSomebodyWhoIsNotKnownYet() {
        probe.publish(NotificationApi.payment(reader, 1));
        await().until(() -> !rows().isEmpty());

        register();
        await().until(() -> {
            clock.advance(Duration.ofSeconds(2));
            return !mailsTo(address()).isEmpty();
        });

        assertThat(rows().getFirst().getInteger("failures")).isZero();
    }

    @Test
    void givesUpOnSomebodyWhoNeverBecomesKnown() {
        probe.publish(NotificationApi.payment(reader, 1));
        await().until(() -> !rows().isEmpty());
        var id = MailId.of(rows().getFirst().getString("_id"));

        clock.advance(Duration.ofDays(3));

        awaitState(id, "FAILED");
    }

    @Test
    void triesAgainWhenTheMailServerIsBack() {
        var command = command("RESET_PASSWORD");
        server.stop();
        probe.publish(command);
        awaitFailures(command.mailId(), 1);
        server.start();
        clock.advance(Duration.ofSeconds(59));
        var tooEarly = clock.instant();
        assertThat(row(command.mailId()).getDate("dueAt")).isAfter(tooEarly);

        clock.advance(Duration.ofSeconds(2));

        awaitMail(address(), "Reset your password");
        awaitState(command.mailId(), "SENT");
    }

    @Test
    void givesUpAfterTheLastTryAndForgetsTheCode() {
        var command = command("RESET_PASSWORD");
        server.stop();
        probe.publish(command);

        var waits = List.of("PT1M", "PT5M", "PT30M", "PT2H", "PT12H");
        for (int failures = 1; failures <= waits.size(); failures++) {
            awaitFailures(command.mailId(), failures);
            clock.advance(Duration.parse(waits.get(failures - 1)).plusSeconds(1));
        }

        awaitState(command.mailId(), "FAILED");
        assertThat(row(command.mailId()).getInteger("failures")).isEqualTo(6);
        assertThat(row(command.mailId()).getString("text")).isEmpty();
        assertThat(row(command.mailId()).getString("link")).isEmpty();
    }

    @Test
    void goesOnAfterAMailThatItCannotRead() throws MessagingException {
        var unreadable = MailDocument.of(mail(Optional.of(address())), clock.instant());
        var stored = new Document();
        mongo.getConverter().write(unreadable, stored);
        stored.put("_id", "no mail id " + reader.user());
        mongo.getCollection(MailDocument.COLLECTION).insertOne(stored);
        await().until(() -> isTaken(stored.getString("_id")));

        probe.publish(command("VERIFY_EMAIL"));

        awaitMail(address(), "Please confirm your address");
    }

    @Test
    void deletesMailsThatEndedLongAgoAndNoOthers() {
        var sent = command("VERIFY_EMAIL");
        probe.publish(sent);
        awaitState(sent.mailId(), "SENT");
        var failed = ended(MailDocument.FAILED);
        var before = pruned("sent_mail");

        clock.advance(Duration.ofDays(30));
        var pending = ended(MailDocument.PENDING);
        retention.work().run();
        assertThat(findRow(sent.mailId())).isPresent(); // Its lease ran out minutes after that.

        clock.advance(Duration.ofMinutes(4));
        retention.work().run();
        assertThat(findRow(sent.mailId())).isEmpty();
        assertThat(pruned("sent_mail")).isGreaterThan(before);
        assertThat(findRow(failed)).isPresent();

        clock.advance(Duration.ofDays(60));
        retention.work().run();
        assertThat(findRow(failed)).isEmpty();
        assertThat(findRow(pending)).isPresent();
    }

    /** One in this state, as of now, that nobody works on. */
    private MailId ended(String status) {
        var mail = mail(Optional.of(address()));
        var stored = new Document();
        mongo.getConverter().write(MailDocument.of(mail, clock.instant()), stored);
        stored.put("status", status);
        if (status.equals(MailDocument.PENDING)) {
            stored.put("dueAt", clock.instant().plus(Duration.ofDays(1_000)));
        }
        mongo.getCollection(MailDocument.COLLECTION).insertOne(stored);
        return mail.id();
    }

    private double pruned(String kind) {
        return metrics.get("guildhall.notification.pruned").tag("kind", kind).counter().count();
    }

    @Test
    void deletesMoreThanOneStepOfThem() {
        var many = new ArrayList<Document>();
        for (int i = 0; i < 1_001; i++) {
            many.add(
                    new Document("_id", reader.user() + "-" + i)
                            .append("user", reader.user().toString())
                            .append("status", MailDocument.SENT)
                            .append("dueAt", clock.instant().minus(Duration.ofDays(31))));
        }
        mongo.getCollection(MailDocument.COLLECTION).insertMany(many);

        retention.work().run();

        assertThat(rows()).isEmpty();
    }

    private boolean isTaken(String id) {
        var found = mongo.findById(id, Document.class, MailDocument.COLLECTION);
        return found != null && found.getDate("dueAt").toInstant().isAfter(clock.instant());
    }

    @Test
    void setsAsideWhatNoTemplateFits() {
        var command = command("GREETING");

        var message = probe.publish(command);

        await().until(() -> !deadLetters(message).isEmpty());
        assertThat(deadLetters(message).getFirst().getString("consumer"))
                .isEqualTo("notification.mails");
        assertThat(findRow(command.mailId())).isEmpty();
    }

    private SendMailV1 command(String template) {
        return new SendMailV1(
                new MailId(UUID.randomUUID()),
                reader.user(),
                address(),
                template,
                "en",
                Map.of("displayName", "Ada", "token", "one-time-code"));
    }

    private void register() {
        probe.publish(new UserRegisteredV1(reader.user(), address(), "Ada", "en", Instant.EPOCH));
        var user = reader.user().toString();
        await().until(() -> mongo.findById(user, Document.class, "contact") != null);
    }

    private String address() {
        return reader.user() + "@example.com";
    }

    private MimeMessage awaitMail(String to, String subject) {
        await().until(() -> mailsTo(to).stream().anyMatch(mail -> has(mail, subject)));
        return mailsTo(to).getFirst();
    }

    private static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).equals(address))
                .toList();
    }

    private static Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (MessagingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean has(MimeMessage mail, String subject) {
        try {
            return mail.getSubject().equals(subject);
        } catch (MessagingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void awaitFailures(MailId id, int failures) {
        await().until(() ->
                findRow(id).filter(row -> row.getInteger("failures") == failures).isPresent());
    }

    private void awaitState(MailId id, String status) {
        await().until(() ->
                findRow(id).filter(row -> status.equals(row.getString("status"))).isPresent());
    }

    private Document row(MailId id) {
        return findRow(id).orElseThrow();
    }

    private Optional<Document> findRow(MailId id) {
        return Optional.ofNullable(
                mongo.findById(id.toString(), Document.class, MailDocument.COLLECTION));
    }

    private List<Document> rows() {
        var ofReader = new Document("user", reader.user().toString());
        return mongo.getCollection(MailDocument.COLLECTION).find(ofReader).into(new ArrayList<>());
    }

    private List<Document> deadLetters(UUID message) {
        return mongo.getCollection("dead_letter")
                .find(new Document("messageId", message.toString()))
                .into(new ArrayList<>());
    }
}

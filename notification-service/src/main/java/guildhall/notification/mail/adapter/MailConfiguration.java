package guildhall.notification.mail.adapter;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import guildhall.messages.notification.NotificationCommands.SendMailV1;
import guildhall.notification.mail.Mail;
import guildhall.notification.mail.Mails;
import guildhall.notification.retention.Expiring;
import guildhall.notification.retention.Expiring.Kind;
import guildhall.runtime.chore.Chore;
import guildhall.runtime.consume.Subscription;
import guildhall.runtime.message.MalformedMessageException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    private static final Duration COUNT_EVERY = Duration.ofSeconds(15);

    @Bean
    Subscription requestedMails(Mails mails) {
        return Subscription.named("notification.mails")
                .on(SendMailV1.class, received -> mails.add(List.of(filled(received.message()))));
    }

    /** A template that nobody knows is a mistake of the sender: it becomes a dead letter. */
    private static Mail filled(SendMailV1 command) {
        return MailTemplates.fill(command)
                .orElseThrow(() ->
                        new MalformedMessageException(
                                "There is no template " + command.template(), null));
    }

    @Bean
    InitializingBean mailIndexes(MongoTemplate mongo) {
        return () ->
                mongo.indexOps(MailDocument.COLLECTION)
                        .createIndex(new Index("status", Direction.ASC).on("dueAt", Direction.ASC));
    }

    /** Counted now and then, so that metrics can be read also when MongoDB is away. */
    @Bean
    Chore mailsPending(MongoMails mails, MeterRegistry metrics) {
        var pending = new AtomicLong();
        Gauge.builder("guildhall.notification.mails.pending", pending, AtomicLong::get)
                .description("Mails that were neither sent nor given up")
                .register(metrics);
        return new Chore("mails-pending", COUNT_EVERY, () -> pending.set(mails.pending()));
    }

    @Bean
    Expiring sentMails() {
        return ended(Kind.SENT_MAIL, MailDocument.SENT);
    }

    @Bean
    Expiring failedMails() {
        return ended(Kind.FAILED_MAIL, MailDocument.FAILED);
    }

    /** The last attempt was due, or its lease ran out, minutes after the mail had ended. */
    private static Expiring ended(Kind kind, String status) {
        return new Expiring(
                kind,
                MailDocument.COLLECTION,
                before -> where("status").is(status).and("dueAt").lt(before));
    }
}

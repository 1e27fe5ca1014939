package guildhall.notification.mail.adapter;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import guildhall.messages.notification.NotificationCommands.SendMailV1;
import guildhall.notification.mail.Mail;
import guildhall.notification.mail.Mails;
import guildhall.notification.retention.Expiring;
import guildhall.notification.retention.Expiring.Kind;
import guildhall.runtime.consume.Subscription;
import guildhall.runtime.message.MalformedMessageException;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {
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

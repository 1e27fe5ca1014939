package guildhall.notification.contact.adapter;

import guildhall.messages.id.UserId;
import guildhall.messages.identity.UserEvents.UserRegisteredV1;
import guildhall.notification.contact.Contact;
import guildhall.notification.contact.Contacts;
import guildhall.runtime.consume.Subscription;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

@Repository
class MongoContacts implements Contacts {
    private static final String COLLECTION = "contact";

    record ContactDocument(@Id String id, String email, String displayName) {}

    private final MongoTemplate mongo;

    MongoContacts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void put(Contact contact) {
        mongo.save(
                new ContactDocument(
                        contact.user().toString(), contact.email(), contact.displayName()),
                COLLECTION);
    }

    @Override
    public Optional<Contact> find(UserId user) {
        return Optional.ofNullable(
                        mongo.findById(user.toString(), ContactDocument.class, COLLECTION))
                .map(found -> new Contact(user, found.email(), found.displayName()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Subscriptions {
        @Bean
        Subscription contactsOfUsers(Contacts contacts) {
            return Subscription.named("notification.contacts")
                    .on(
                            UserRegisteredV1.class,
                            received -> contacts.put(contact(received.message())));
        }

        private static Contact contact(UserRegisteredV1 user) {
            return new Contact(user.userId(), user.email(), user.displayName());
        }
    }
}

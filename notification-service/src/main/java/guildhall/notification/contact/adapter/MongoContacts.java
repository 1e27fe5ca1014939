package guildhall.notification.contact.adapter;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import guildhall.messages.id.UserId;
import guildhall.messages.identity.UserEvents.UserRegisteredV1;
import guildhall.notification.contact.Contact;
import guildhall.notification.contact.Contacts;
import guildhall.runtime.consume.Subscription;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

@Repository
class MongoContacts implements Contacts {
    private static final String COLLECTION = "contact";

    record ContactDocument(@Id String id, String email, String displayName) {
        Contact contact() {
            return new Contact(UserId.of(id), email, displayName);
        }
    }

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
    public Map<UserId, Contact> find(Set<UserId> users) {
        var ids = users.stream().map(UserId::toString).toList();
        return mongo.find(query(where("_id").in(ids)), ContactDocument.class, COLLECTION).stream()
                .map(ContactDocument::contact)
                .collect(toUnmodifiableMap(Contact::user, Function.identity()));
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

package guildhall.notification.contact.adapter;

import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.notification.contact.Owners;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

@Repository
class MongoOwners implements Owners {
    private static final String COLLECTION = "owner";

    record OwnerDocument(@Id String party, String user) {}

    private final MongoTemplate mongo;

    MongoOwners(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void put(Party party, UserId owner) {
        mongo.save(new OwnerDocument(party.toString(), owner.toString()), COLLECTION);
    }

    @Override
    public Optional<UserId> find(Party party) {
        return Optional.ofNullable(
                        mongo.findById(party.toString(), OwnerDocument.class, COLLECTION))
                .map(found -> UserId.of(found.user()));
    }
}

package guildhall.notification.inbox.adapter;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.notification.contact.Owners;
import guildhall.notification.inbox.adapter.Telling.Told;
import guildhall.notification.notice.PartyNotice;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells the users who act for parties. A notice for a party that nobody is known to act for, such
 * as a talent whose profile is still on its way, waits in the database.
 */
@Component
class PartyTelling {
    private final Owners owners;
    private final Telling telling;
    private final MongoTemplate mongo;
    private final Clock clock;

    PartyTelling(Owners owners, Telling telling, MongoTemplate mongo, Clock clock) {
        this.owners = owners;
        this.telling = telling;
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Empty when it has to wait. */
    Optional<Told> prepare(UUID event, PartyNotice notice) {
        var user = owners.find(notice.to());
        if (user.isEmpty()) {
            keep(WaitingNotice.of(event, notice, clock.instant()));
        }
        return user.map(notice::addressed).map(addressed -> telling.prepare(event, addressed));
    }

    /** The owner may have come between the first look and the note, and found nothing waiting. */
    private void keep(WaitingNotice waiting) {
        mongo.save(waiting, WaitingNotice.COLLECTION);
        owners.find(waiting.notice().to()).ifPresent(user -> deliver(waiting, user));
    }

    void owns(UserId user, Party party) {
        owners.put(party, user);
        mongo.find(
                        query(where("party").is(party.toString())),
                        WaitingNotice.class,
                        WaitingNotice.COLLECTION)
                .forEach(waiting -> deliver(waiting, user));
    }

    private void deliver(WaitingNotice waiting, UserId user) {
        var told = telling.prepare(waiting.cause(), waiting.notice().addressed(user));
        telling.tell(List.of(told));
        mongo.remove(query(where("_id").is(waiting.id())), WaitingNotice.COLLECTION);
    }
}

package guildhall.notification.inbox.adapter;

import guildhall.messages.party.Party;
import guildhall.notification.notice.NoticeType;
import guildhall.notification.notice.PartyNotice;
import guildhall.runtime.id.Ids;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;

/** A notice that is stored until somebody acts for its party. */
record WaitingNotice(
        @Id String id,
        String event,
        String party,
        String type,
        String title,
        String body,
        String link,
        Instant since) {
    static final String COLLECTION = "waiting_notice";

    static WaitingNotice of(UUID event, PartyNotice notice, Instant now) {
        return new WaitingNotice(
                Ids.derived("waiting-notice", event, notice.to(), notice.type()).toString(),
                event.toString(),
                notice.to().toString(),
                notice.type().name(),
                notice.title(),
                notice.body(),
                notice.link(),
                now);
    }

    UUID cause() {
        return UUID.fromString(event);
    }

    PartyNotice notice() {
        return new PartyNotice(Party.of(party), NoticeType.valueOf(type), title, body, link);
    }
}

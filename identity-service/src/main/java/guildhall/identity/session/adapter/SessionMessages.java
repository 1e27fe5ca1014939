package guildhall.identity.session.adapter;

import guildhall.identity.session.SessionEvent;
import guildhall.identity.session.SessionEvent.*;
import guildhall.messages.Message;
import guildhall.messages.identity.UserEvents.SessionRevokedV1;
import guildhall.messages.identity.UserEvents.TokenReuseDetectedV1;
import java.util.List;

/** What others hear of a session: only that it ended, and that a token was used twice. */
final class SessionMessages {

    static List<Message> of(List<SessionEvent> events) {
        return events.stream().<Message>flatMap(event -> of(event).stream()).toList();
    }

    private static List<? extends Message> of(SessionEvent event) {
        return switch (event) {
            case SessionEnded e ->
                    List.of(new SessionRevokedV1(e.user(), e.id(), e.reason().name(), e.at()));
            case ReuseDetected e -> List.of(new TokenReuseDetectedV1(e.user(), e.id(), e.at()));
            case SessionStarted _, SessionRefreshed _, PartyChosen _, RevocationApplied _ ->
                    List.of();
        };
    }

    private SessionMessages() {}
}

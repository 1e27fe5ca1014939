package guildhall.identity.session.adapter;

import guildhall.identity.session.Device;
import guildhall.identity.session.EndReason;
import guildhall.identity.session.Session;
import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A session as a document of the collection {@code sessions}. */
final class SessionDocuments {
    /** How long a session is remembered when it can no longer be used. */
    private static final Duration KEPT = Duration.ofDays(7);

    static Document write(Session session) {
        return switch (session) {
            case Session.Absent _ -> throw new IllegalStateException("Nothing to store");
            case Session.Live live -> live(live);
            case Session.Ended(_, var user, var reason, var at) ->
                    new Document("state", "ENDED")
                            .append("user", user.toString())
                            .append("reason", reason.name())
                            .append("endedAt", at)
                            .append("purgeAt", at.plus(KEPT));
        };
    }

    private static Document live(Session.Live live) {
        var document =
                new Document("state", "LIVE")
                        .append("user", live.user().toString())
                        .append("userAgent", live.device().userAgent())
                        .append("ip", live.device().ip())
                        .append("seed", live.seed())
                        .append("generation", live.generation())
                        .append("startedAt", live.startedAt())
                        .append("refreshedAt", live.refreshedAt())
                        .append("refreshableUntil", live.refreshableUntil())
                        .append("purgeAt", live.refreshableUntil().plus(KEPT));
        var party = live.actingFor();
        if (party != null) {
            document.append(
                    "actingFor",
                    new Document("type", party.type().name()).append("id", party.id().toString()));
        }
        return document;
    }

    static Session read(Document stored) {
        var state = stored.getString("state");
        return switch (state) {
            case "LIVE" -> readLive(stored);
            case "ENDED" ->
                    new Session.Ended(
                            SessionId.of(stored.getString("_id")),
                            UserId.of(stored.getString("user")),
                            EndReason.valueOf(stored.getString("reason")),
                            time(stored, "endedAt"));
            default -> throw new IllegalStateException("Unknown state " + state);
        };
    }

    static Session.Live readLive(Document stored) {
        return new Session.Live(
                SessionId.of(stored.getString("_id")),
                UserId.of(stored.getString("user")),
                new Device(stored.getString("userAgent"), stored.getString("ip")),
                party(stored.get("actingFor", Document.class)),
                stored.getString("seed"),
                stored.getInteger("generation"),
                time(stored, "startedAt"),
                time(stored, "refreshedAt"),
                time(stored, "refreshableUntil"));
    }

    private static @Nullable Party party(@Nullable Document stored) {
        return stored == null
                ? null
                : new Party(
                        PartyType.valueOf(stored.getString("type")),
                        UUID.fromString(stored.getString("id")));
    }

    private static Instant time(Document stored, String field) {
        return stored.get(field, Date.class).toInstant();
    }

    private SessionDocuments() {}
}

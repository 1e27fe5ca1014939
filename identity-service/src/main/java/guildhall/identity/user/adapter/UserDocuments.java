package guildhall.identity.user.adapter;

import guildhall.identity.user.Account;
import guildhall.identity.user.EmailAddress;
import guildhall.identity.user.Lockout;
import guildhall.identity.user.OneTimeToken;
import guildhall.identity.user.Preferences;
import guildhall.identity.user.Signup;
import guildhall.identity.user.StaffChange;
import guildhall.identity.user.StaffRole;
import guildhall.identity.user.User;
import guildhall.messages.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A user as a document of the collection {@code users}.
 *
 * <p>{@code emailKey} is what makes an address unique once it is proved: the address in lower case
 * for proved ones, a value of its own for claims. A plain unique index on it is all that is needed;
 * partial indexes are not part of every MongoDB-compatible server.
 */
final class UserDocuments {
    /** How long an unproved claim is kept after its token ran out. */
    private static final Duration CLAIM_KEPT = Duration.ofDays(7);

    static Document write(User user) {
        return switch (user) {
            case User.Absent _ -> throw new IllegalStateException("Nothing to store");
            case User.Pending(var account, var verification) ->
                    of(account, "PENDING_VERIFICATION")
                            .append("emailKey", "claim/" + account.id())
                            .append("verification", token(verification))
                            .append("purgeAt", verification.expiresAt().plus(CLAIM_KEPT));
            case User.Active(var account) -> proved(account, "ACTIVE");
            case User.Deactivated(var account, var since) ->
                    proved(account, "DEACTIVATED").append("since", since);
            case User.Suspended(var account, var since) ->
                    proved(account, "SUSPENDED").append("since", since);
            case User.AwaitingErasure(var account, var eraseAt) ->
                    proved(account, "ERASURE_SCHEDULED").append("eraseAt", eraseAt);
            case User.Erased(var id) ->
                    new Document("standing", "ERASED").append("emailKey", "erased/" + id);
        };
    }

    static User read(Document stored) {
        var standing = stored.getString("standing");
        return switch (standing) {
            case "PENDING_VERIFICATION" -> pending(stored);
            case "ACTIVE" -> new User.Active(account(stored));
            case "DEACTIVATED" -> new User.Deactivated(account(stored), time(stored, "since"));
            case "SUSPENDED" -> new User.Suspended(account(stored), time(stored, "since"));
            case "ERASURE_SCHEDULED" ->
                    new User.AwaitingErasure(account(stored), time(stored, "eraseAt"));
            case "ERASED" -> new User.Erased(id(stored));
            default -> throw new IllegalStateException("Unknown standing " + standing);
        };
    }

    static User.Pending pending(Document stored) {
        return new User.Pending(account(stored), token(stored.get("verification", Document.class)));
    }

    static UserId id(Document stored) {
        return UserId.of(stored.getString("_id"));
    }

    private static Document proved(Account account, String standing) {
        return of(account, standing).append("emailKey", account.email().key());
    }

    private static Document of(Account account, String standing) {
        var document =
                new Document("standing", standing)
                        .append("email", account.email().value())
                        .append("address", account.email().key())
                        .append("displayName", account.preferences().displayName())
                        .append("locale", account.preferences().locale())
                        .append("timeZone", account.preferences().timeZone())
                        .append("passwordHash", account.passwordHash())
                        .append("credentialsSince", account.credentialsSince())
                        .append("signup", signup(account.signup()))
                        .append("failedLogins", account.lockout().failed())
                        .append("staffRoles", names(account.staffRoles()))
                        .append("staffHistory", history(account.staffHistory()))
                        .append("registeredAt", account.registeredAt());
        putIfThere(document, "lockedUntil", account.lockout().until());
        putIfThere(document, "verifiedWith", account.verifiedWith());
        putIfThere(document, "remindedAt", account.remindedAt());
        if (account.reset() != null) {
            document.append("reset", token(account.reset()));
        }
        return document;
    }

    private static Account account(Document stored) {
        var reset = stored.get("reset", Document.class);
        return new Account(
                id(stored),
                new EmailAddress(stored.getString("email")),
                new Preferences(
                        stored.getString("displayName"),
                        stored.getString("locale"),
                        stored.getString("timeZone")),
                stored.getString("passwordHash"),
                time(stored, "credentialsSince"),
                signup(stored.get("signup", Document.class)),
                new Lockout(stored.getInteger("failedLogins"), timeIfThere(stored, "lockedUntil")),
                stored.getString("verifiedWith"),
                reset == null ? null : token(reset),
                timeIfThere(stored, "remindedAt"),
                roles(stored),
                changes(stored),
                time(stored, "registeredAt"));
    }

    private static Document signup(Signup signup) {
        return switch (signup) {
            case Signup.AsClient(var businessName) ->
                    new Document("as", "CLIENT").append("businessName", businessName);
            case Signup.AsTalent _ -> new Document("as", "TALENT");
            case Signup.AsStaff _ -> new Document("as", "STAFF");
        };
    }

    private static Signup signup(Document stored) {
        return switch (stored.getString("as")) {
            case "CLIENT" -> new Signup.AsClient(stored.getString("businessName"));
            case "TALENT" -> new Signup.AsTalent();
            default -> new Signup.AsStaff();
        };
    }

    private static Document token(OneTimeToken token) {
        return new Document("hash", token.hash())
                .append("issuedAt", token.issuedAt())
                .append("expiresAt", token.expiresAt());
    }

    private static OneTimeToken token(Document stored) {
        return new OneTimeToken(
                stored.getString("hash"), time(stored, "issuedAt"), time(stored, "expiresAt"));
    }

    private static List<String> names(Set<StaffRole> roles) {
        return roles.stream().map(StaffRole::name).sorted().toList();
    }

    private static Set<StaffRole> roles(Document stored) {
        return stored.getList("staffRoles", String.class).stream()
                .map(StaffRole::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Document> history(List<StaffChange> changes) {
        return changes.stream()
                .map(change ->
                        new Document("act", change.act().name())
                                .append("role", change.role().name())
                                .append("by", change.by().toString())
                                .append("at", change.at()))
                .toList();
    }

    private static List<StaffChange> changes(Document stored) {
        return stored.getList("staffHistory", Document.class).stream()
                .map(change ->
                        new StaffChange(
                                StaffChange.Act.valueOf(change.getString("act")),
                                StaffRole.valueOf(change.getString("role")),
                                UserId.of(change.getString("by")),
                                time(change, "at")))
                .toList();
    }

    private static void putIfThere(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }

    private static Instant time(Document stored, String field) {
        return stored.get(field, Date.class).toInstant();
    }

    private static @Nullable Instant timeIfThere(Document stored, String field) {
        var date = stored.get(field, Date.class);
        return date == null ? null : date.toInstant();
    }

    private UserDocuments() {}
}

package guildhall.identity.verification;

import static guildhall.identity.verification.Check.ADDRESS;
import static guildhall.identity.verification.Check.EMAIL;
import static guildhall.identity.verification.Check.FACE;
import static guildhall.identity.verification.Check.IDENTITY_DOCUMENT;
import static guildhall.identity.verification.Check.PHONE;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toUnmodifiableMap;

import guildhall.messages.party.VerificationTier;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Everything that is proved of one party, and the tier that follows from it. */
public record PassedChecks(Map<Check, PassedCheck> all) {
    public static final PassedChecks NONE = new PassedChecks(Map.of());

    public PassedChecks {
        all = Map.copyOf(all);
    }

    /** Nothing but the checks decides the tier: the highest whose needs are all met. */
    public VerificationTier tier() {
        return Arrays.stream(VerificationTier.values())
                .filter(tier -> all.keySet().containsAll(needsOf(tier)))
                .max(naturalOrder())
                .orElse(VerificationTier.UNVERIFIED);
    }

    /** When the tier falls; empty when nothing that it needs grows old. */
    public Optional<Instant> expiresAt() {
        return needsOf(tier()).stream()
                .map(check -> Objects.requireNonNull(all.get(check)).evidence())
                .filter(Objects::nonNull)
                .map(Evidence::goodUntil)
                .min(naturalOrder());
    }

    /** The one that the person was identified by. */
    public Optional<Evidence> identity() {
        return Optional.ofNullable(all.get(IDENTITY_DOCUMENT)).map(PassedCheck::evidence);
    }

    PassedChecks goodAt(Instant time) {
        return new PassedChecks(
                all.entrySet().stream()
                        .filter(passed -> passed.getValue().isGoodAt(time))
                        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    PassedChecks with(Check check, PassedCheck passed) {
        var more = new HashMap<>(all);
        more.put(check, passed);
        return new PassedChecks(more);
    }

    private static Set<Check> needsOf(VerificationTier tier) {
        return switch (tier) {
            case UNVERIFIED -> Set.of();
            case BASIC -> Set.of(EMAIL, PHONE);
            case STANDARD -> Set.of(EMAIL, PHONE, IDENTITY_DOCUMENT);
            case ENHANCED -> Set.of(EMAIL, PHONE, IDENTITY_DOCUMENT, ADDRESS);
            case PREMIUM -> Set.of(EMAIL, PHONE, IDENTITY_DOCUMENT, ADDRESS, FACE);
        };
    }
}

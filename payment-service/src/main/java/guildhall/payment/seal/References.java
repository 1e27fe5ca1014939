package guildhall.payment.seal;

import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the ids that the step of a journal names: {@code released:<release id>}. */
public final class References {
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public static Set<UUID> in(String step) {
        return ID.matcher(step)
                .results()
                .map(MatchResult::group)
                .map(UUID::fromString)
                .collect(Collectors.toUnmodifiableSet());
    }

    private References() {}
}

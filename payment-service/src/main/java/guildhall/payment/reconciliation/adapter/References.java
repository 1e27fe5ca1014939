package guildhall.payment.reconciliation.adapter;

import static java.util.stream.Collectors.toSet;

import guildhall.payment.reconciliation.Matching.Candidate;
import guildhall.payment.reconciliation.ProviderReferences;
import guildhall.payment.reconciliation.StatementEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Asks all features what an entry may be about. */
@Component
class References {
    private static final Pattern OUR_ID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final List<ProviderReferences> features;

    References(List<ProviderReferences> features) {
        this.features = List.copyOf(features);
    }

    List<Candidate> candidates(List<StatementEntry> entries) {
        var references = entries.stream().map(StatementEntry::reference).collect(toSet());
        var things = things(references);
        return entries.stream()
                .map(entry ->
                        new Candidate(entry, things.getOrDefault(entry.reference(), Set.of())))
                .toList();
    }

    private Map<String, Set<UUID>> things(Set<String> references) {
        var things = new HashMap<String, Set<UUID>>();
        for (var feature : features) {
            feature.sources(references)
                    .forEach((reference, source) -> add(things, reference, source));
        }
        references.stream()
                .filter(OUR_ID.asMatchPredicate())
                .forEach(reference -> add(things, reference, UUID.fromString(reference)));
        return things;
    }

    private static void add(Map<String, Set<UUID>> things, String reference, UUID source) {
        things.computeIfAbsent(reference, _ -> new HashSet<>()).add(source);
    }
}

package guildhall.stack.mongo;

import static de.bwaldvogel.mongo.backend.Utils.getSubdocumentValueCollectionAware;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ids of documents by the first field of an index. What it finds may be more than a query asks for,
 * never less; the collection compares the rest of the query with what was found. It lives in memory
 * and is filled again when its collection is opened.
 *
 * <p>Documents without the field are not in it, so it answers only conditions that they cannot
 * meet.
 */
final class SecondaryIndex extends Index<Object> {
    /** How to find by a condition of one operator. */
    private static final Map<String, Search> SEARCHES =
            Map.of(
                    "$eq", (found, value) -> Stream.ofNullable(found.get(value)),
                    "$in", SecondaryIndex::ofAny,
                    "$gt", (found, value) -> found.tailMap(value, false).values().stream(),
                    "$gte", (found, value) -> found.tailMap(value, true).values().stream(),
                    "$lt", (found, value) -> found.headMap(value, false).values().stream(),
                    "$lte", (found, value) -> found.headMap(value, true).values().stream());

    private final NavigableMap<Object, Set<Object>> found = new TreeMap<>(ValueComparator.asc());
    private final String field;

    /** With a number in it, the field names a place in a list; the other path all its items. */
    private final Set<String> paths;

    @FunctionalInterface
    private interface Search {
        Stream<Set<Object>> in(NavigableMap<Object, Set<Object>> found, Object value);
    }

    private record Condition(Search search, Object value) {}

    SecondaryIndex(String name, List<IndexKey> keys) {
        super(name, keys, true);
        this.field = keys.getFirst().getKey();
        this.paths = Stream.of(field, field.replaceAll("\\.\\d+", "")).collect(toSet());
    }

    private static Stream<Set<Object>> ofAny(
            NavigableMap<Object, Set<Object>> found, Object values) {
        return ((Collection<?>) values)
                .stream().flatMap(value -> Stream.ofNullable(found.get(requireNonNull(value))));
    }

    @Override
    public boolean canHandle(Document query) {
        return condition(query).isPresent();
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        var condition = condition(query).orElseThrow();
        return condition
                .search()
                .in(found, condition.value())
                .flatMap(Set::stream)
                .distinct()
                .toList();
    }

    /** One of several is enough: the collection looks at the others. */
    private Optional<Condition> condition(Document query) {
        var asked = query.get(field);
        var operators = asked instanceof Document several ? several : new Document("$eq", asked);
        return operators.entrySet().stream()
                .filter(operator -> isSearched(operator.getKey(), operator.getValue()))
                .findFirst()
                .map(operator ->
                        new Condition(
                                requireNonNull(SEARCHES.get(operator.getKey())),
                                operator.getValue()));
    }

    private static boolean isSearched(String operator, @Nullable Object value) {
        return operator.equals("$in")
                ? value instanceof Collection<?> values
                        && values.stream().allMatch(SecondaryIndex::isPlain)
                : SEARCHES.containsKey(operator) && isPlain(value);
    }

    /** Of a type whose values compare as MongoDB compares them. */
    private static boolean isPlain(@Nullable Object value) {
        return switch (value) {
            case String _, Number _, Boolean _, Instant _, UUID _ -> true;
            case null, default -> false;
        };
    }

    @Override
    public void add(Document document, Object id, MongoCollection<Object> collection) {
        values(document).forEach(value -> found.merge(value, Set.of(id), SecondaryIndex::union));
    }

    /** A value that one document has, such as a time, costs no table of its own. */
    private static Set<Object> union(Set<Object> some, Set<Object> more) {
        var all = some.size() == 1 ? new LinkedHashSet<>(some) : some;
        all.addAll(more);
        return all;
    }

    /** With the values in all items of a list, also when the field names the place of one. */
    private Set<Object> values(Document document) {
        return paths.stream()
                .map(path -> getSubdocumentValueCollectionAware(document, path))
                .flatMap(value ->
                        value instanceof Collection<?> items
                                ? items.stream().map(Object.class::cast)
                                : Stream.ofNullable(value))
                .filter(SecondaryIndex::isPlain)
                .collect(toSet());
    }

    /** Only the index of ids says where a document is. */
    @Override
    public @Nullable Object remove(Document document) {
        var id = requireNonNull(document.get("_id"));
        values(document).forEach(value -> remove(value, id));
        return null;
    }

    private void remove(Object value, Object id) {
        found.computeIfPresent(
                value,
                (_, ids) -> {
                    if (ids.size() > 1) {
                        ids.remove(id);
                        return ids;
                    }
                    return ids.contains(id) ? null : ids;
                });
    }

    @Override
    public void updateInPlace(
            Document before, Document after, Object id, MongoCollection<Object> collection) {
        remove(before);
        add(after, id, collection);
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        // Nothing that two documents could not share.
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        // As above.
    }

    @Override
    public long getCount() {
        return found.values().stream().mapToLong(Set::size).sum();
    }

    @Override
    public boolean isEmpty() {
        return found.isEmpty();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        found.clear();
    }
}

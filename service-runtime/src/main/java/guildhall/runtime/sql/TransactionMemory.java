package guildhall.runtime.sql;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows that the present transaction has locked, as they are now: read once, and current also where
 * their change is only written at the commit. Nothing may be remembered that another transaction
 * could change.
 */
public final class TransactionMemory<K, V> {
    private final PerTransaction<Rows<K, V>> rows =
            new PerTransaction<>(() -> new Rows<>(Map.of()), other -> new Rows<>(other.byKey));

    private static final class Rows<K, V> implements PerTransaction.Value {
        final Map<K, V> byKey;

        Rows(Map<K, V> byKey) {
            this.byKey = new HashMap<>(byKey);
        }
    }

    /** Empty outside of a transaction, too. */
    public Optional<V> get(K key) {
        return rows.find().map(known -> known.byKey.get(key));
    }

    /** All that is remembered. */
    public Collection<V> values() {
        return rows.find().map(known -> known.byKey.values()).orElse(List.of());
    }

    /**
     * @return the row
     * @throws IllegalStateException outside of a transaction, where nothing stays locked
     */
    public V put(K key, V row) {
        rows.get().byKey.put(key, row);
        return row;
    }
}

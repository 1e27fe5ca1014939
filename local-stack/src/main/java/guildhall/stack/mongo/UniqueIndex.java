package guildhall.stack.mongo;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/**
 * Ids of documents by values that no two of them share. The keys are in the file in BSON. The
 * server as it comes serialises them as Java objects, anew for each comparison of each search.
 */
final class UniqueIndex extends AbstractUniqueIndex<Object> {
    private final MVMap<byte[], Object> positions;

    UniqueIndex(MVMap<byte[], Object> positions, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.positions = positions;
    }

    /** Opens the map of such an index. */
    static MVMap.Builder<byte[], Object> builder() {
        return new MVMap.Builder<byte[], Object>().keyType(ByteArrayDataType.INSTANCE);
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return positions.remove(written(key));
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return positions.putIfAbsent(written(key), position) == null;
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return positions.get(written(key));
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return () ->
                positions.entrySet().stream()
                        .map(entry -> Map.entry(read(entry.getKey()), entry.getValue()))
                        .iterator();
    }

    /** A value that is not there is as good as null. */
    private static byte[] written(KeyValue key) {
        var values = new Document();
        for (int i = 0; i < key.size(); i++) {
            var value = key.get(i);
            values.put(Integer.toString(i), value instanceof Missing ? null : value);
        }
        var bytes = Unpooled.buffer();
        BsonEncoder.encodeDocument(values, bytes);
        return ByteBufUtil.getBytes(bytes);
    }

    private static KeyValue read(byte[] key) {
        return new KeyValue(BsonDecoder.decodeBson(Unpooled.wrappedBuffer(key)).values());
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public boolean isEmpty() {
        return positions.isEmpty();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        positions.clear();
    }
}

package guildhall.runtime.sample;

import com.mongodb.ConnectionString;
import guildhall.testkit.Infrastructure;
import java.util.UUID;

/** Databases on the shared MongoDB. */
public final class SampleMongo {
    /** The URI of a database that nobody else uses. */
    public static String freshDatabase() {
        var server = new ConnectionString(Infrastructure.MONGO.address());
        var hosts = String.join(",", server.getHosts());
        return "mongodb://" + hosts + "/sample_" + UUID.randomUUID().toString().replace("-", "");
    }

    private SampleMongo() {}
}

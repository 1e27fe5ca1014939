package guildhall.identity.key.adapter;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import guildhall.identity.secret.Secrets;
import guildhall.identity.secret.Secrets.Purpose;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * Keys as documents: {@code _id} is the start of the period and a fingerprint of the secret that
 * encrypts the private half, so that a key which this secret cannot open never stands in the way.
 */
@Repository
class MongoSigningKeys {
    private static final String COLLECTION = "signing_keys";
    private static final Logger LOG = LoggerFactory.getLogger(MongoSigningKeys.class);
    private static final int FINGERPRINT_LENGTH = 8;

    private final MongoTemplate mongo;
    private final Secrets secrets;
    private final String fingerprint;

    MongoSigningKeys(MongoTemplate mongo, Secrets secrets) {
        this.mongo = mongo;
        this.secrets = secrets;
        this.fingerprint =
                secrets.hash(Purpose.SIGNING_KEY, "fingerprint").substring(0, FINGERPRINT_LENGTH);
    }

    /** The key of a period, made now unless it exists. */
    SigningKey ensure(Instant periodStart, Instant publishedUntil) {
        var id = periodStart + "/" + fingerprint;
        var stored = mongo.findById(id, Document.class, COLLECTION);
        if (stored == null) {
            insert(id, periodStart, publishedUntil);
            stored = mongo.findById(id, Document.class, COLLECTION);
        }
        if (stored == null) {
            throw new IllegalStateException("The key " + id + " vanished");
        }
        return open(periodStart, stored);
    }

    private void insert(String id, Instant periodStart, Instant publishedUntil) {
        var pair = newPair();
        var document =
                new Document("_id", id)
                        .append("periodStart", periodStart)
                        .append("publishedUntil", publishedUntil)
                        .append("publicKey", pair.toPublicJWK().toJSONString())
                        .append(
                                "sealedPair",
                                secrets.seal(
                                        Purpose.SIGNING_KEY, pair.toJSONString(), pair.getKeyID()))
                        .append("kid", pair.getKeyID());
        try {
            mongo.insert(document, COLLECTION);
            LOG.info("Made signing key {} for the period from {}", pair.getKeyID(), periodStart);
        } catch (DuplicateKeyException _) {
            LOG.debug("Another instance made the key of {}", periodStart);
        }
    }

    private SigningKey open(Instant periodStart, Document stored) {
        return secrets.open(
                        Purpose.SIGNING_KEY,
                        stored.getString("sealedPair"),
                        stored.getString("kid"))
                .map(json -> new SigningKey(periodStart, parse(json)))
                .orElseThrow(
                        () -> new IllegalStateException(stored.get("_id") + " was tampered with"));
    }

    /** The public halves of all keys whose tokens may be around, the one to come included. */
    List<ECKey> published(Instant now) {
        return mongo
                .find(query(where("publishedUntil").gt(now)), Document.class, COLLECTION)
                .stream()
                .map(stored -> parse(stored.getString("publicKey")))
                .toList();
    }

    void forget(Instant now) {
        mongo.remove(query(where("publishedUntil").lte(Date.from(now))), COLLECTION);
    }

    private static ECKey newPair() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java platform lacks P-256", e);
        }
    }

    private static ECKey parse(String json) {
        try {
            return ECKey.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("A stored key is not a JWK", e);
        }
    }
}

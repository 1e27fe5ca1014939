package guildhall.runtime.idempotency;

import static guildhall.testkit.Infrastructure.MONGO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.IndexField;

@SpringBootTest(
        webEnvironment = RANDOM_PORT,
        properties = {
            "spring.application.name=sample-service",
            "spring.config.import=classpath:guildhall-runtime.yml",
            "spring.autoconfigure.exclude="
                    + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "guildhall.consume.enabled=false",
            "LOG_FORMAT="
        })
@WithInfrastructure(value = MONGO, service = "sample")
class MongoIdempotencyIT extends IdempotencyContract {
    @Autowired MongoOperations mongo;

    /** Else every pruning would read the whole collection. */
    @Test
    void findsWhatHasExpiredByAnIndex() {
        assertThat(mongo.indexOps(MongoIdempotencyStore.COLLECTION).getIndexInfo())
                .anySatisfy(index ->
                        assertThat(index.getIndexFields())
                                .extracting(IndexField::getKey)
                                .containsExactly("expires_at"));
    }

    /** Else whoever reads the collection could try out passwords on the fingerprint. */
    @Test
    void keepsNoWordOfTheKeyThatSaltsTheFingerprint() throws Exception {
        var key = UUID.randomUUID().toString();

        wish(TestCaller.client(), key, "a boat");

        assertThat(mongo.findAll(Document.class, MongoIdempotencyStore.COLLECTION))
                .isNotEmpty()
                .noneMatch(stored -> stored.toJson().contains(key));
    }
}

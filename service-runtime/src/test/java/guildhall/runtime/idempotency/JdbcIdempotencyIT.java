package guildhall.runtime.idempotency;

import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.testkit.WithInfrastructure;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        webEnvironment = RANDOM_PORT,
        properties = {
            "spring.application.name=sample-service",
            "spring.config.import=classpath:guildhall-runtime.yml",
            "spring.autoconfigure.exclude="
                    + "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration,"
                    + "org.springframework.boot.data.mongodb.autoconfigure"
                    + ".DataMongoAutoConfiguration",
            "guildhall.outbox.relay.enabled=false",
            "guildhall.consume.enabled=false",
            "LOG_FORMAT="
        })
@WithInfrastructure(value = POSTGRES, service = "sample")
class JdbcIdempotencyIT extends IdempotencyContract {}

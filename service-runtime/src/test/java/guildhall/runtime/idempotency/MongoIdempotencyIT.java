package guildhall.runtime.idempotency;

import static guildhall.testkit.Infrastructure.MONGO;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.testkit.WithInfrastructure;
import org.springframework.boot.test.context.SpringBootTest;

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
class MongoIdempotencyIT extends IdempotencyContract {}

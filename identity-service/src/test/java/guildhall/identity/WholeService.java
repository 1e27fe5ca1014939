package guildhall.identity;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.MONGO;
import static guildhall.testkit.Infrastructure.REDIS;

import guildhall.testkit.TestClock;
import guildhall.testkit.WithInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The whole service on real infrastructure, with a clock that the test moves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "TOKEN_PEPPER=only-for-tests-0123456789abcdefghij",
            "DOCUMENT_KEY=only-for-tests-abcdefghij0123456789",
            "GUILDHALL_ADMIN_EMAIL=root@guildhall.example",
            "GUILDHALL_ADMIN_PASSWORD=the first of all admins",
            "guildhall.identity.secret.even-pace=1ms",
            "guildhall.identity.users.argon2.memory-kib=64",
            "guildhall.identity.users.argon2.iterations=1"
        })
@WithInfrastructure({KAFKA, MONGO, REDIS})
@Import({TestClock.class, People.class})
public @interface WholeService {}

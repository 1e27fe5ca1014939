package guildhall.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a Spring test class real infrastructure of its own: a database with its three roles, a
 * topic prefix, a MongoDB database, a Redis database and an identity-service that verifies {@link
 * TestTokens}. The variables of the service ({@code POSTGRES_URL}, {@code TOPIC_PREFIX} and so on)
 * are set accordingly; {@code @TestPropertySource} and {@code @DynamicPropertySource} still win.
 *
 * <p>{@link TestEnvironment}, {@link TestDatabase} and {@link KafkaProbe} can be injected into the
 * test. After the class its application context is closed and everything is given back.
 *
 * <pre>{@code
 * @SpringBootTest(webEnvironment = RANDOM_PORT)
 * @WithInfrastructure({POSTGRES, KAFKA})
 * class HiringIT {
 *     @Autowired KafkaProbe probe;
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithInfrastructure {
    Infrastructure[] value();

    /**
     * The short name of the service, such as {@code job}: prefix of the database roles. By default
     * the package after {@code guildhall}.
     */
    String service() default "";
}

package guildhall.runtime.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This controller method honours {@code Idempotency-Key}.
 *
 * <p>In PostgreSQL it is one transaction, at the end of which its answer is stored: a retry finds
 * the answer or nothing done, whatever broke in between. So nothing that it calls may talk to
 * another system or wait for one.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {
    /** Where money moves, a request without the header is refused (400). */
    boolean required() default false;

    /**
     * For a method that cannot be one transaction: it asks a payment provider between two of its
     * own, or shares a commit with others. Its answer is stored when it is done, so a retry may
     * find everything done but no answer. Such a method has to see that for itself, by the id that
     * {@link IdempotencyKey#id} gives to what it makes: first of all it looks whether that is
     * there, and if so, answers with what has become of it.
     */
    boolean commitsItself() default false;
}

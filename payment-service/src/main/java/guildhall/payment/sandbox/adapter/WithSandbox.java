package guildhall.payment.sandbox.adapter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** There only when the sandbox is the provider, as it is unless another one is chosen. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(
        name = "guildhall.payment.provider",
        havingValue = "sandbox",
        matchIfMissing = true)
@interface WithSandbox {}

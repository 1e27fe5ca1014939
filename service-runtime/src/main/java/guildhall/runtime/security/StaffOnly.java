package guildhall.runtime.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only callers with one of these staff roles may call this controller method, or any method of this
 * controller; SUPERADMIN always may. Others get 403.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface StaffOnly {
    String[] value();
}

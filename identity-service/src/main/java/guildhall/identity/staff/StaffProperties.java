package guildhall.identity.staff;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first member of staff, with the roles SUPERADMIN, ADMIN and FINANCE_OPS. Nobody is appointed
 * while either is empty.
 *
 * @param adminEmail where mail for them goes
 * @param adminPassword used once, when the account is made; later changes here do nothing
 */
@ConfigurationProperties("guildhall.identity.staff")
record StaffProperties(
        @DefaultValue("") String adminEmail, @DefaultValue("") String adminPassword) {
    boolean areSet() {
        return !adminEmail.isBlank() && !adminPassword.isBlank();
    }

    @Override
    public String toString() {
        return "StaffProperties[]";
    }
}

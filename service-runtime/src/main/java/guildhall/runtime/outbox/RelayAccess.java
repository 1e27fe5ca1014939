package guildhall.runtime.outbox;

import java.util.Properties;
import org.postgresql.Driver;

/** How the relay reaches the database: the place of the application, a role of its own. */
record RelayAccess(String url, String username, String password) {
    private Properties parsed() {
        var properties = Driver.parseURL(url, new Properties());
        if (properties == null) {
            throw new IllegalStateException("spring.datasource.url is not one of PostgreSQL");
        }
        return properties;
    }

    String host() {
        return first("PGHOST");
    }

    String port() {
        return first("PGPORT");
    }

    String database() {
        return first("PGDBNAME");
    }

    String sslMode() {
        return parsed().getProperty("sslmode", "prefer");
    }

    /** A URL may name several hosts; the log is read from the first. */
    private String first(String property) {
        return parsed().getProperty(property).split(",", -1)[0];
    }
}

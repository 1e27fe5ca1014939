package guildhall.testkit.openapi;

import guildhall.testkit.TestCaller;

/** Whom a caller acts for. */
public enum Kind {
    CLIENT,
    TALENT,
    /** Acts for nobody. */
    STAFF;

    TestCaller newCaller() {
        return switch (this) {
            case CLIENT -> TestCaller.client();
            case TALENT -> TestCaller.talent();
            case STAFF -> TestCaller.staff("MODERATOR");
        };
    }
}

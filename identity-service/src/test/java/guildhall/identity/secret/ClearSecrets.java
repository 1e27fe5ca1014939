package guildhall.identity.secret;

import java.util.Optional;

/** Secrets that a test can read. */
public final class ClearSecrets implements Secrets {
    private int made;

    @Override
    public String randomToken() {
        made++;
        return "token " + made;
    }

    @Override
    public String hash(Purpose purpose, String text) {
        return purpose + " of " + text;
    }

    @Override
    public String seal(Purpose purpose, String plain, String label) {
        return hash(purpose, label) + ": " + plain;
    }

    @Override
    public Optional<String> open(Purpose purpose, String sealed, String label) {
        var opening = hash(purpose, label) + ": ";
        return sealed.startsWith(opening)
                ? Optional.of(sealed.substring(opening.length()))
                : Optional.empty();
    }
}

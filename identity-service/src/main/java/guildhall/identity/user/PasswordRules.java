package guildhall.identity.user;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Which passwords are accepted. Length does the work; composition rules only annoy. */
public final class PasswordRules {
    public static final int MIN_LENGTH = 10;

    /** Enough for a pass phrase, and a bound on what a request can make us hash. */
    public static final int MAX_LENGTH = 128;

    private final Set<String> common;

    /**
     * @param common passwords that every attacker tries first, in lower case
     */
    public PasswordRules(Set<String> common) {
        this.common = Set.copyOf(common);
    }

    /** Whether it is one of those that are tried first, or says nothing but the own address. */
    public boolean isGuessable(String password, EmailAddress email) {
        var plain = password.toLowerCase(Locale.ROOT).strip();
        return common.contains(plain)
                || plain.equals(email.key())
                || plain.chars().distinct().count() < 4;
    }

    /** The form that is hashed: the same whatever keyboard it was typed on. */
    public static String canonical(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}

package guildhall.stack.service;

import java.util.Set;

/** Secrets that services share with each other or with the outside, by their names in the file. */
public final class ServiceSecrets {
    public static final String ADMIN_PASSWORD = "admin.password";
    static final String WEBHOOK = "webhook.secret";
    static final String TOKEN_PEPPER = "token.pepper";
    static final String DOCUMENT_KEY = "document.key";

    public static Set<String> names() {
        return Set.of(ADMIN_PASSWORD, WEBHOOK, TOKEN_PEPPER, DOCUMENT_KEY);
    }

    private ServiceSecrets() {}
}

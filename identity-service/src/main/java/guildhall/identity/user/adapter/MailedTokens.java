package guildhall.identity.user.adapter;

import guildhall.identity.secret.Secrets;
import guildhall.identity.secret.Secrets.Purpose;
import guildhall.identity.user.MailedToken;
import guildhall.identity.user.OneTimeToken;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Makes and recognises the tokens in mails. */
@Component
class MailedTokens {
    private final Secrets secrets;
    private final UserProperties properties;
    private final Clock clock;

    MailedTokens(Secrets secrets, UserProperties properties, Clock clock) {
        this.secrets = secrets;
        this.properties = properties;
        this.clock = clock;
    }

    MailedToken forVerification() {
        return issue(properties.verificationLife());
    }

    MailedToken forReset() {
        return issue(properties.resetLife());
    }

    private MailedToken issue(Duration life) {
        var plain = secrets.randomToken();
        var now = clock.instant();
        return new MailedToken(plain, new OneTimeToken(hash(plain), now, now.plus(life)));
    }

    String hash(String plain) {
        return secrets.hash(Purpose.MAILED_TOKEN, plain);
    }
}

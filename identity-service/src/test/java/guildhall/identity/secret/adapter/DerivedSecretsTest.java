package guildhall.identity.secret.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.identity.secret.Secrets.Purpose;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DerivedSecretsTest {
    private static final String DOCUMENT_KEY = "paper ".repeat(6);

    private final DerivedSecrets secrets = with("0123456789abcdef0123456789abcdef");
    private final DerivedSecrets others = with("fedcba9876543210fedcba9876543210");

    @Test
    void hashesTheSameTextToTheSameForOnePurposeAndOneSecretOnly() {
        var hash = secrets.hash(Purpose.MAILED_TOKEN, "token");

        assertThat(secrets.hash(Purpose.MAILED_TOKEN, "token")).isEqualTo(hash);
        assertThat(secrets.hash(Purpose.REFRESH_TOKEN, "token")).isNotEqualTo(hash);
        assertThat(others.hash(Purpose.MAILED_TOKEN, "token")).isNotEqualTo(hash);
    }

    @Test
    void opensOnlyWhatItSealedForThisPurposeAndLabel() {
        var sealed = secrets.seal(Purpose.SIGNING_KEY, "private", "kid");

        assertThat(secrets.open(Purpose.SIGNING_KEY, sealed, "kid")).contains("private");
        assertThat(secrets.open(Purpose.SIGNING_KEY, sealed, "other kid")).isEmpty();
        assertThat(secrets.open(Purpose.MAILED_TOKEN, sealed, "kid")).isEmpty();
        assertThat(others.open(Purpose.SIGNING_KEY, sealed, "kid")).isEmpty();
        assertThat(secrets.open(Purpose.SIGNING_KEY, "rubbish", "kid")).isEmpty();
        assertThat(secrets.open(Purpose.SIGNING_KEY, "rub.bish", "kid")).isEmpty();
        assertThat(secrets.open(Purpose.SIGNING_KEY, sealed.replace('.', '!'), "kid")).isEmpty();
    }

    @Test
    void keepsDocumentsReadableWhenTheSecretOfTokensChanges() {
        var sealed = secrets.seal(Purpose.DOCUMENT_NUMBER, "X123", "passport");
        var renewed =
                new DerivedSecrets(
                        new SecretProperties("renewed ".repeat(4), DOCUMENT_KEY, Duration.ZERO));
        var strange =
                new DerivedSecrets(
                        new SecretProperties(DOCUMENT_KEY, "strange ".repeat(4), Duration.ZERO));

        assertThat(renewed.open(Purpose.DOCUMENT_NUMBER, sealed, "passport")).contains("X123");
        assertThat(strange.open(Purpose.DOCUMENT_NUMBER, sealed, "passport")).isEmpty();
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(secrets.seal(Purpose.SIGNING_KEY, "private", "kid"))
                .isNotEqualTo(secrets.seal(Purpose.SIGNING_KEY, "private", "kid"));
    }

    @Test
    void makesTokensOf256RandomBitsThatFitIntoAUrl() {
        assertThat(secrets.randomToken()).matches("[A-Za-z0-9_-]{43}");
        assertThat(secrets.randomToken()).isNotEqualTo(secrets.randomToken());
    }

    @Test
    void keepsTheSecretOutOfItsText() {
        assertThat(properties("0123456789abcdef0123456789abcdef").toString())
                .doesNotContain("0123456789abcdef", DOCUMENT_KEY);
    }

    private static DerivedSecrets with(String pepper) {
        return new DerivedSecrets(properties(pepper));
    }

    private static SecretProperties properties(String pepper) {
        return new SecretProperties(pepper, DOCUMENT_KEY, Duration.ZERO);
    }
}

package guildhall.notification.mail.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class MailFailureTest {
    private static final String ADDRESS = "ada@example.com";

    @Test
    void tellsTheCodesOfTheMailServerButNotForWhomTheMailWas() throws AddressException {
        var address = new InternetAddress(ADDRESS);
        var refused =
                new SendFailedException(
                        "Invalid Addresses: " + ADDRESS,
                        new SendFailedException("550 5.1.1 <" + ADDRESS + ">: no such user"),
                        new Address[0],
                        new Address[0],
                        new Address[] {address});

        assertThat(MailFailure.describe(refused))
                .isEqualTo("SendFailedException, SendFailedException 550 5.1.1");
    }

    @Test
    void tellsWhatWasBehindIt() {
        var away = new MessagingException("Could not connect", new ConnectException("refused"));

        assertThat(MailFailure.describe(away)).isEqualTo("MessagingException, ConnectException");
    }
}

package guildhall.stack.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whoever a mail is addressed to: instead of a mailbox, everything goes into one list. */
record Recipient(String email, Mails mails) implements GreenMailUser {

    @Override
    public void deliver(MovingMessage message) {
        var sender =
                Optional.ofNullable(message.getReturnPath())
                        .map(MailAddress::getEmail)
                        .orElse("(nobody)");
        keep(sender, message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
        keep("(unknown)", message);
    }

    private void keep(String sender, MimeMessage message) {
        mails.add(
                Instant.now(),
                sender,
                List.of(email),
                MailText.subject(message),
                MailText.text(message));
    }

    @Override
    public String getEmail() {
        return email;
    }

    @Override
    public String getLogin() {
        return email;
    }

    @Override
    public String getQualifiedMailboxName() {
        return email;
    }

    /** There is no mailbox, hence nothing to log in to. */
    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {}

    @Override
    public void authenticate(String password) {}

    @Override
    public void create() {}

    @Override
    public void delete() {}
}

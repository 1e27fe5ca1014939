package guildhall.stack;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Properties;

/** Sends mails as a service does, and looks at them as a person does. */
record MailProbe(Stack stack) {

    void send(String recipient, String subject, String text) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", stack.settings().bindAddress());
        properties.setProperty("mail.smtp.port", stack.settings().text("port.smtp"));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("guildhall@example.com");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        message.setSubject(subject);
        message.setText(text);
        Transport.send(message);
    }

    String get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(stack.url("mail") + path)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}

package guildhall.stack.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** The mail catcher's JVM. Arguments: address, SMTP port, HTTP port. */
final class MailMain {
    private static final int KEPT_MAILS = 2_000;

    public static void main(String[] arguments) throws IOException {
        var address = arguments[0];
        var mails = new Mails(KEPT_MAILS);
        var smtp = startSmtp(address, Integer.parseInt(arguments[1]), mails);
        var http =
                HttpServer.create(
                        new InetSocketAddress(address, Integer.parseInt(arguments[2])), 0);
        http.createContext("/", new MailPages(mails));
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
        Runtime.getRuntime().addShutdownHook(new Thread(smtp::stop, "shutdown"));
        System.out.println("Mails are shown at " + http.getAddress());
    }

    private static GreenMail startSmtp(String address, int port, Mails mails) {
        var setup = new ServerSetup(port, address, ServerSetup.PROTOCOL_SMTP);
        var server =
                new GreenMail(setup)
                        .withConfiguration(
                                new GreenMailConfiguration().withDisabledAuthentication());
        server.start();
        server.getUserManager()
                .setMessageDeliveryHandler(
                        (_, recipient) -> new Recipient(recipient.getEmail(), mails));
        return server;
    }

    private MailMain() {}
}

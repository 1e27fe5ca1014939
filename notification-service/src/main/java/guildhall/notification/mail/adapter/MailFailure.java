package guildhall.notification.mail.adapter;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail did not get through, for the log: kinds of failures and codes of the mail server. What
 * they say is left out, because they quote addresses.
 */
final class MailFailure {
    private static final int MOST = 10;

    /** With which every answer of a mail server begins, as in {@code 550 5.1.1}. */
    private static final Pattern CODE =
            Pattern.compile("\\d{3}\\b( \\d\\.\\d{1,3}\\.\\d{1,3}\\b)?");

    static String describe(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        for (Throwable next = failure; next != null && chain.size() < MOST; next = after(next)) {
            chain.add(next);
        }
        return chain.stream().map(MailFailure::kind).collect(Collectors.joining(", "));
    }

    /** Failures of mail are chained in a way of their own. */
    private static @Nullable Throwable after(Throwable failure) {
        return failure instanceof MessagingException chained && chained.getNextException() != null
                ? chained.getNextException()
                : failure.getCause();
    }

    private static String kind(Throwable failure) {
        var name = failure.getClass().getSimpleName();
        var code = CODE.matcher(String.valueOf(failure.getMessage()));
        return code.lookingAt() ? name + " " + code.group() : name;
    }

    private MailFailure() {}
}

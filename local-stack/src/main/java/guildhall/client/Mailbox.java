package guildhall.client;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The local mail catcher. */
public final class Mailbox {
    private static final Pattern CODE = Pattern.compile("token=([A-Za-z0-9._-]+)");

    private final Api catcher;

    public Mailbox(String url) {
        catcher = new Api(url);
    }

    /** The one-time code of the mail that this person got. */
    public String codeFor(Person person) {
        var text =
                Api.await(
                        "a mail to " + person.email(),
                        () -> mails(person).stream().map(Mailbox::text).toList(),
                        texts -> texts.stream().anyMatch(body -> CODE.matcher(body).find()));
        var match = CODE.matcher(String.join("\n", text));
        ClientFailure.check(match.find(), "the mail holds no code");
        return match.group(1);
    }

    /** Subjects, oldest first. */
    public List<String> subjects(Person person) {
        return mails(person).reversed().stream()
                .map(mail -> mail.path("subject").asString())
                .toList();
    }

    private List<JsonNode> mails(Person person) {
        var answer = catcher.get("/api/mails?to=" + person.email(), null);
        var list = answer.isArray() ? answer : answer.path("items");
        return list.valueStream().toList();
    }

    private static String text(JsonNode mail) {
        return mail.path("text").asString();
    }
}

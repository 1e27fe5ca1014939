package guildhall.gateway.token;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What may be asked without a token. Pure. */
final class OpenPaths {
    private record Rule(HttpMethod method, PathPattern path) {}

    private final List<Rule> rules;

    OpenPaths(List<String> open) {
        rules = open.stream().map(OpenPaths::rule).toList();
    }

    boolean contains(HttpMethod method, PathContainer path) {
        return rules.stream()
                .anyMatch(rule -> rule.method().equals(method) && rule.path().matches(path));
    }

    private static Rule rule(String text) {
        var words = text.strip().split("\\s+");
        if (words.length != 2) {
            throw new IllegalArgumentException("An open path is 'METHOD /path', not " + text);
        }
        return new Rule(
                HttpMethod.valueOf(words[0]), PathPatternParser.defaultInstance.parse(words[1]));
    }
}

package guildhall.gateway.limit;

import guildhall.gateway.limit.LimitProperties.Policy;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which policy applies to a request. Pure. */
final class Policies {
    private record Rule(String method, PathPattern path, Policy policy) {
        boolean matches(HttpMethod asked, PathContainer at) {
            return (method.equals("*") || method.equals(asked.name())) && path.matches(at);
        }
    }

    private final List<Rule> rules;

    Policies(List<Policy> policies) {
        rules =
                policies.stream()
                        .flatMap(policy -> policy.paths().stream().map(path -> rule(path, policy)))
                        .toList();
    }

    Optional<Policy> find(HttpMethod method, PathContainer path) {
        return rules.stream()
                .filter(rule -> rule.matches(method, path))
                .map(Rule::policy)
                .findFirst();
    }

    private static Rule rule(String text, Policy policy) {
        var words = text.strip().split("\\s+");
        if (words.length != 2) {
            throw new IllegalArgumentException(
                    "A limited path is 'METHOD /path' or '* /path', not " + text);
        }
        return new Rule(words[0], PathPatternParser.defaultInstance.parse(words[1]), policy);
    }
}

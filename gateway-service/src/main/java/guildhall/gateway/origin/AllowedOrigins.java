package guildhall.gateway.origin;

import java.util.List;
import java.util.Locale;

/** The allowlist. Pure. */
final class AllowedOrigins {
    private final List<String> exact;
    private final List<String[]> suffixes;

    AllowedOrigins(List<String> allowed) {
        var lower = allowed.stream().map(origin -> origin.toLowerCase(Locale.ROOT)).toList();
        exact = lower.stream().filter(origin -> !origin.contains("*")).toList();
        suffixes =
                lower.stream()
                        .filter(origin -> origin.contains("*"))
                        .map(AllowedOrigins::suffix)
                        .toList();
    }

    boolean allows(String origin) {
        var asked = origin.toLowerCase(Locale.ROOT);
        return exact.contains(asked)
                || suffixes.stream()
                        .anyMatch(pattern ->
                                asked.startsWith(pattern[0])
                                        && asked.endsWith(pattern[1])
                                        && isHost(asked, pattern));
    }

    /** Between scheme and suffix there may be labels only: no port, path or user in disguise. */
    private static boolean isHost(String asked, String[] pattern) {
        int from = pattern[0].length();
        int to = asked.length() - pattern[1].length();
        return to > from
                && asked.substring(from, to)
                        .chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.');
    }

    private static String[] suffix(String pattern) {
        var at = pattern.indexOf("://*.");
        if (at < 0 || pattern.indexOf('*', at + 4) >= 0) {
            throw new IllegalArgumentException(
                    "An origin is scheme://host or scheme://*.suffix, not " + pattern);
        }
        return new String[] {pattern.substring(0, at + 3), pattern.substring(at + 4)};
    }
}

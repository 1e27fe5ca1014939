package guildhall.stack;

import guildhall.stack.settings.InvalidSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A command line taken apart.
 *
 * @param switches options without a value, such as {@code --yes}
 * @param settings what {@code --set key=value} and {@code --jvm=…} change for this command
 */
public record Arguments(
        String command, List<String> names, Set<String> switches, Map<String, String> settings) {
    private static final Set<String> SWITCHES =
            Set.of("--yes", "--all", "--json", "--raw", "-f", "--follow");

    public static Arguments parse(String[] words) {
        var names = new ArrayList<String>();
        var switches = new HashSet<String>();
        var settings = new LinkedHashMap<String, String>();
        var rest = new ArrayList<>(List.of(words));
        var command = rest.isEmpty() ? "help" : rest.removeFirst();
        while (!rest.isEmpty()) {
            var word = rest.removeFirst();
            if (word.startsWith("--jvm=")) {
                settings.put("jvm.profile", word.substring("--jvm=".length()));
            } else if (word.equals("--set")) {
                addSetting(rest.isEmpty() ? "" : rest.removeFirst(), settings);
            } else if (SWITCHES.contains(word)) {
                switches.add(word);
            } else if (word.startsWith("-")) {
                throw new InvalidSettings("there is no option " + word);
            } else {
                names.add(word);
            }
        }
        return new Arguments(command, names, switches, settings);
    }

    private static void addSetting(String word, Map<String, String> settings) {
        var equals = word.indexOf('=');
        if (equals < 1) {
            throw new InvalidSettings("--set wants key=value");
        }
        settings.put(word.substring(0, equals), word.substring(equals + 1));
    }

    boolean has(String first, String second) {
        return switches.contains(first) || switches.contains(second);
    }

    public boolean has(String name) {
        return switches.contains(name);
    }
}

package guildhall.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, on what, and whether it is what it must be. */
final class Report {
    record Figure(String name, double value, String unit, String remark, boolean passed) {}

    private final String title;
    private final String against;
    private final List<Figure> figures = new ArrayList<>();

    /**
     * @param against what ran: machine, flags, load
     */
    Report(String title, String against) {
        this.title = title;
        this.against = against;
    }

    Report figure(String name, double value, String unit, String remark) {
        figures.add(new Figure(name, value, unit, remark, true));
        return this;
    }

    /** A figure that must be zero. */
    Report mustBeZero(String name, long value) {
        figures.add(new Figure(name, value, "", "must be 0", value == 0));
        return this;
    }

    boolean passed() {
        return figures.stream().allMatch(Figure::passed);
    }

    String table() {
        var text = new StringBuilder("\n" + title + "\n" + against + "\n\n");
        for (var figure : figures) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  %-46s %12.1f %-6s %s%s%n",
                            figure.name(),
                            figure.value(),
                            figure.unit(),
                            figure.remark(),
                            figure.passed() ? "" : "   <-- FAILED"));
        }
        return text.toString();
    }

    String json() {
        var json = JsonMapper.shared().createObjectNode();
        json.put("title", title).put("against", against).put("passed", passed());
        json.set("figures", JsonMapper.shared().valueToTree(figures));
        return json.toPrettyString();
    }
}

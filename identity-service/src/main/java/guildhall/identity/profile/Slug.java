package guildhall.identity.profile;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** The readable name of a profile in addresses: unique among its kind, and never changed. */
public record Slug(String value) {
    private static final int MAX_LENGTH = 40;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    /**
     * What a profile of this name may be called, the best first. The last one holds half of the id
     * and is as good as always free.
     */
    public static List<Slug> candidates(String name, UUID id) {
        var base = base(name);
        var digits = id.toString().replace("-", "");
        return List.of(
                new Slug(base),
                new Slug(base + "-" + digits.substring(28)),
                new Slug(base + "-" + digits.substring(16)));
    }

    private static String base(String name) {
        var latin = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD));
        var dashed = OTHERS.matcher(latin.replaceAll("").toLowerCase(Locale.ROOT)).replaceAll("-");
        var cut = dashed.length() > MAX_LENGTH ? dashed.substring(0, MAX_LENGTH) : dashed;
        var slug = EDGES.matcher(cut).replaceAll("");
        return slug.isEmpty() ? "guild" : slug; // A name without a single Latin letter or digit.
    }

    @Override
    public String toString() {
        return value;
    }
}

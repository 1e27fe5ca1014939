package guildhall.runtime.web;

import static org.springframework.http.HttpStatus.PRECONDITION_REQUIRED;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version that the client has seen of what it is about to change, as a controller argument:
 * {@code If-Match: "7"}. Without the header the request is refused (428). Answers carry the version
 * as {@code ResponseEntity.ok().eTag(IfMatch.tag(version))}.
 *
 * @param version empty for {@code *}, which matches any
 */
public record IfMatch(OptionalLong version) {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    /** The entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    public boolean matches(long current) {
        return version.isEmpty() || version.getAsLong() == current;
    }

    /**
     * @throws Refusal 412 when the client has not seen the current version
     */
    public void require(long current) {
        if (!matches(current)) {
            throw new Refusal(RequestProblems.stale());
        }
    }

    static IfMatch parse(@Nullable String header) {
        if (header == null) {
            throw new Refusal(RequestProblems.of(PRECONDITION_REQUIRED));
        }
        var text = header.strip();
        if (text.equals("*")) {
            return new IfMatch(OptionalLong.empty());
        }
        var tag = TAG.matcher(text);
        if (!tag.matches()) {
            throw Refusal.parameter("If-Match", "must be the ETag of an earlier answer");
        }
        return new IfMatch(OptionalLong.of(Long.parseLong(tag.group(1))));
    }
}

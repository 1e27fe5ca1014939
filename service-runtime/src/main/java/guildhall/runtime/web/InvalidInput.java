package guildhall.runtime.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request, an element of {@code errors} in a 400 problem.
 *
 * @param pointer JSON pointer into the body; empty for the body as a whole, null when it is not in
 *     the body
 * @param parameter name of the path variable, query parameter or header
 * @param detail what is expected, never what was sent
 */
@JsonInclude(Include.NON_NULL)
public record InvalidInput(@Nullable String pointer, @Nullable String parameter, String detail) {
    public static InvalidInput field(String pointer, String detail) {
        return new InvalidInput(pointer, null, detail);
    }

    public static InvalidInput parameter(String name, String detail) {
        return new InvalidInput(null, name, detail);
    }
}

package guildhall.runtime.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says which field of a body could not be read, and what belongs there. */
final class UnreadableBody {

    static InvalidInput explain(HttpMessageNotReadableException ex) {
        var cause = jackson(ex);
        if (cause == null) {
            return InvalidInput.field("", "A JSON body is required");
        }
        return InvalidInput.field(pointer(cause.getPath()), detail(cause));
    }

    private static String detail(JacksonException cause) {
        return switch (cause) {
            case UnrecognizedPropertyException _ -> "is not a known field";
            case InvalidNullException _ -> "is required";
            case InvalidTypeIdException _ -> "is not a known type";
            case InvalidField field -> field.detail();
            case ValueInstantiationException _ -> "is not valid";
            case MismatchedInputException mismatch -> Expectations.of(mismatch.getTargetType());
            case InputCoercionException number -> Expectations.of(number.getTargetType());
            case StreamReadException _ -> "The body is not valid JSON";
            default -> "is not valid";
        };
    }

    private static @Nullable JacksonException jackson(Throwable ex) {
        for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException found) {
                return found;
            }
        }
        return null;
    }

    private static String pointer(List<JacksonException.Reference> path) {
        var pointer = new StringBuilder();
        for (var step : path) {
            var name = step.getPropertyName();
            pointer.append('/')
                    .append(name == null ? Integer.toString(step.getIndex()) : escaped(name));
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private UnreadableBody() {}
}

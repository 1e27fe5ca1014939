package guildhall.runtime.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** What Bean Validation found, in the words of a problem. */
final class InvalidInputs {

    static List<InvalidInput> of(MethodArgumentNotValidException ex) {
        return errors(ex.getParameter(), ex.getAllErrors());
    }

    static List<InvalidInput> of(HandlerMethodValidationException ex) {
        var errors = new ArrayList<InvalidInput>();
        for (var result : ex.getParameterValidationResults()) {
            errors.addAll(of(result));
        }
        return errors;
    }

    private static List<InvalidInput> of(ParameterValidationResult result) {
        var parameter = result.getMethodParameter();
        if (result instanceof ParameterErrors body) {
            return errors(parameter, body.getAllErrors());
        }
        return result.getResolvableErrors().stream()
                .map(error -> violation(parameter, result.getContainerIndex(), error))
                .toList();
    }

    private static InvalidInput violation(
            MethodParameter parameter, @Nullable Integer index, MessageSourceResolvable error) {
        if (!isBody(parameter)) {
            return InvalidInput.parameter(nameOf(parameter), detail(error));
        }
        return InvalidInput.field(index == null ? "" : "/" + index, detail(error));
    }

    private static List<InvalidInput> errors(MethodParameter parameter, List<ObjectError> errors) {
        var inBody = isBody(parameter);
        return errors.stream()
                .map(error -> {
                    var path = error instanceof FieldError field ? field.getField() : "";
                    return inBody
                            ? InvalidInput.field(pointer(path), detail(error))
                            : InvalidInput.parameter(
                                    path.isEmpty() ? nameOf(parameter) : parameterName(path),
                                    detail(error));
                })
                .toList();
    }

    /** {@code lines[0].price} becomes {@code /lines/0/price}. */
    static String pointer(String path) {
        return path.isEmpty()
                ? ""
                : "/" + path.replace("]", "").replace('[', '/').replace('.', '/');
    }

    /** {@code skill[0]} is a value of the parameter {@code skill}. */
    private static String parameterName(String path) {
        return path.replaceFirst("\\[.*", "");
    }

    private static boolean isBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class);
    }

    /** A conversion that failed says more than the client needs to know. */
    private static String detail(MessageSourceResolvable error) {
        if (error instanceof FieldError field && field.isBindingFailure()) {
            return "has the wrong type";
        }
        var message = error.getDefaultMessage();
        return message == null ? "is invalid" : message;
    }

    private static String nameOf(MethodParameter parameter) {
        return declaredName(parameter)
                .filter(name -> !name.isEmpty())
                .or(() -> Optional.ofNullable(parameter.getParameterName()))
                .orElse("parameter");
    }

    private static Optional<String> declaredName(MethodParameter parameter) {
        for (var annotation : parameter.getParameterAnnotations()) {
            switch (annotation) {
                case RequestParam a -> {
                    return Optional.of(a.name());
                }
                case PathVariable a -> {
                    return Optional.of(a.name());
                }
                case RequestHeader a -> {
                    return Optional.of(a.name());
                }
                case CookieValue a -> {
                    return Optional.of(a.name());
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private InvalidInputs() {}
}

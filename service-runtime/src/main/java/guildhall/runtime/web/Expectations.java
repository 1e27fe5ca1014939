package guildhall.runtime.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Says what a value of a type looks like, to a client that sent something else. */
final class Expectations {

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "has the wrong type";
        }
        var wanted = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (wanted.isEnum()) {
            return "must be one of " + names(wanted);
        }
        if (wanted == UUID.class || isId(wanted)) {
            return "must be a UUID";
        }
        return switch (wanted.getSimpleName()) {
            case "Long", "Integer", "Short", "Byte", "BigInteger" -> wholeNumber(wanted);
            case "Double", "Float", "BigDecimal" -> "must be a number";
            case "Boolean" -> "must be true or false";
            case "String" -> "must be a string";
            default -> ofValue(wanted);
        };
    }

    private static String ofValue(Class<?> wanted) {
        if (wanted == Currency.class) {
            return "must be an ISO 4217 currency code such as USD";
        }
        if (wanted == Instant.class) {
            return "must be an instant such as 2026-01-31T09:30:00Z";
        }
        if (wanted == LocalDate.class) {
            return "must be a date such as 2026-01-31";
        }
        if (wanted == Duration.class) {
            return "must be a duration such as PT15M";
        }
        if (Collection.class.isAssignableFrom(wanted)) {
            return "must be an array";
        }
        return wanted.isRecord() || Map.class.isAssignableFrom(wanted)
                ? "must be an object with valid fields"
                : "has the wrong format";
    }

    private static String wholeNumber(Class<?> wanted) {
        return wanted == Integer.class
                ? "must be a whole number of at most 32 bits"
                : "must be a whole number of at most 64 bits";
    }

    private static String names(Class<?> wanted) {
        return Arrays.stream(wanted.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
    }

    /** The typed ids of the published language: a record around one UUID. */
    static boolean isId(Class<?> type) {
        var components = type.isRecord() ? type.getRecordComponents() : null;
        return components != null
                && components.length == 1
                && components[0].getType() == UUID.class;
    }

    private Expectations() {}
}

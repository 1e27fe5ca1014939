package guildhall.runtime.web;

import java.io.Serial;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A field that was read but cannot be accepted. */
final class InvalidField extends MismatchedInputException {
    @Serial private static final long serialVersionUID = 1;
    private final String detail;

    InvalidField(JsonParser parser, Class<?> owner, String field, String detail) {
        super(parser, detail, owner);
        this.detail = detail;
        prependPath(owner, field);
    }

    /** The value itself; whoever reads what it is part of adds the path. */
    InvalidField(JsonParser parser, Class<?> type, String detail) {
        super(parser, detail, type);
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}

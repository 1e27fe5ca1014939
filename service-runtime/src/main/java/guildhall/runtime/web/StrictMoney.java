package guildhall.runtime.web;

import guildhall.messages.money.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads {@code {"amount": 12345, "currency": "USD"}} from a client: an integer that fits, not
 * negative, a known currency, nothing missing, nothing else. Names the field that is wrong.
 */
final class StrictMoney extends StdDeserializer<Money> {
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";

    StrictMoney() {
        super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.isExpectedStartObjectToken()) {
            return (Money) context.handleUnexpectedToken(Money.class, parser);
        }
        Long amount = null;
        Currency currency = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case AMOUNT -> amount = amount(parser);
                case CURRENCY -> currency = currency(parser);
                default ->
                        throw new InvalidField(parser, Money.class, field, "is not a known field");
            }
        }
        return new Money(required(parser, AMOUNT, amount), required(parser, CURRENCY, currency));
    }

    private static long amount(JsonParser parser) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new InvalidField(
                    parser, Money.class, AMOUNT, "must be a whole number of minor units");
        }
        var fits = parser.getBigIntegerValue().bitLength() < Long.SIZE;
        if (!fits) {
            throw new InvalidField(parser, Money.class, AMOUNT, "is too large");
        }
        if (parser.getLongValue() < 0) {
            throw new InvalidField(parser, Money.class, AMOUNT, "must not be negative");
        }
        return parser.getLongValue();
    }

    private static Currency currency(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            try {
                return Currency.getInstance(parser.getString());
            } catch (IllegalArgumentException _) {
                // Answered below, like anything else that is no code.
            }
        }
        throw new InvalidField(parser, Money.class, CURRENCY, Expectations.of(Currency.class));
    }

    private static <T> T required(JsonParser parser, String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidField(parser, Money.class, field, "is required");
        }
        return value;
    }
}

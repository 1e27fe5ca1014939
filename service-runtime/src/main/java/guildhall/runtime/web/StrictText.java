package guildhall.runtime.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Reads text that every store can keep: without U+0000 and without halves of characters. */
final class StrictText extends StringDeserializer {
    static final String EXPECTATION = "must not contain U+0000 or half of a character";

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        var text = super.deserialize(parser, context);
        if (text != null && !isStorable(text)) {
            throw new InvalidField(parser, String.class, EXPECTATION);
        }
        return text;
    }

    static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c ->
                        c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}

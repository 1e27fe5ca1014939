package guildhall.messages.document;

import com.fasterxml.jackson.annotation.JsonValue;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import guildhall.messages.Message;
import java.util.Arrays;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas (draft 7, the dialect of AsyncAPI) made from the message records. */
final class MessageSchemas {
    private static final SchemaGenerator GENERATOR = generator();

    static ObjectNode of(Class<? extends Message> type) {
        return GENERATOR.generateSchema(type);
    }

    private static SchemaGenerator generator() {
        var config =
                new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
                        .with(
                                new JacksonSchemaModule(
                                        JacksonOption.IGNORE_PROPERTY_NAMING_STRATEGY))
                        .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.INLINE_ALL_SCHEMAS);
        config.forFields()
                .withIgnoreCheck(field -> !isComponent(field))
                .withRequiredCheck(field -> !isOptional(field))
                .withNumberInclusiveMinimumResolver(field ->
                        field.getDeclaredName().equals("minorUnits")
                                ? java.math.BigDecimal.ZERO
                                : null);
        config.forTypesInGeneral()
                .withCustomDefinitionProvider((type, context) -> {
                    var raw = type.getErasedType();
                    var text = context.getGeneratorConfig().createObjectNode();
                    text.put("type", "string");
                    if (raw == Currency.class) {
                        return new CustomDefinition(text.put("pattern", "^[A-Z]{3}$"));
                    }
                    if (isTypedId(raw)) {
                        return new CustomDefinition(text.put("format", "uuid"));
                    }
                    return null;
                });
        return new SchemaGenerator(config.build());
    }

    private static boolean isComponent(FieldScope field) {
        return component(field) != null;
    }

    private static boolean isOptional(FieldScope field) {
        var component = component(field);
        return component != null
                && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static java.lang.reflect.@Nullable RecordComponent component(FieldScope field) {
        var components = field.getDeclaringType().getErasedType().getRecordComponents();
        return components == null
                ? null
                : Arrays.stream(components)
                        .filter(component -> component.getName().equals(field.getDeclaredName()))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isTypedId(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class);
    }

    private MessageSchemas() {}
}

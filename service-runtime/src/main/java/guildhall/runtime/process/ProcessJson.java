package guildhall.runtime.process;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.introspect.VisibilityChecker;
import tools.jackson.databind.json.JsonMapper;

/**
 * States, signals and effects as JSON. Pure types carry no annotations: a record of a sealed family
 * is written with its simple name as {@code @type}, at any depth. Fields may be added (read as null
 * or absent from older rows); a record that was renamed is no longer found.
 */
final class ProcessJson {
    private static final String TYPE = "@type";
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, Object>>> OBJECTS =
            new TypeReference<>() {};

    private final JsonMapper json =
            JsonMapper.builder()
                    .annotationIntrospector(new SealedFamilies())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .changeDefaultVisibility(ProcessJson::fieldsOnly)
                    .build();

    /** What a record computes is no part of it. */
    private static VisibilityChecker fieldsOnly(VisibilityChecker visibility) {
        return visibility
                .withFieldVisibility(Visibility.ANY)
                .withGetterVisibility(Visibility.NONE)
                .withIsGetterVisibility(Visibility.NONE);
    }

    <S> String writeState(S state, Class<S> type) {
        return json.writerFor(type).writeValueAsString(state);
    }

    <S> S readState(String state, Class<S> type) {
        return json.readValue(state, type);
    }

    /** A signal or an effect, with the name of its record. */
    String write(Object value) {
        return json.writeValueAsString(named(value));
    }

    String writeAll(List<?> values) {
        return json.writeValueAsString(values.stream().map(this::named).toList());
    }

    Map<String, Object> readObject(String object) {
        return json.readValue(object, OBJECT);
    }

    List<Map<String, Object>> readObjects(String array) {
        return json.readValue(array, OBJECTS);
    }

    private Object named(Object value) {
        var tree = json.valueToTree(value);
        var name = value.getClass().getSimpleName();
        if (!tree.isObject()) {
            return json.createObjectNode().put(TYPE, name).set("value", tree);
        }
        var object = tree.asObject();
        return object.has(TYPE) ? object : object.put(TYPE, name);
    }

    private static final class SealedFamilies extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;
        private static final JsonTypeInfo.Value BY_SIMPLE_NAME =
                JsonTypeInfo.Value.construct(
                        JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, TYPE, null, false, true);

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
                MapperConfig<?> config, Annotated annotated) {
            var declared = super.findPolymorphicTypeInfo(config, annotated);
            if (declared != null || !(annotated instanceof AnnotatedClass)) {
                return declared;
            }
            return isOfFamily(annotated.getRawType()) ? BY_SIMPLE_NAME : null;
        }

        @Override
        public String findTypeName(MapperConfig<?> config, AnnotatedClass type) {
            var declared = super.findTypeName(config, type);
            return declared != null ? declared : type.getRawType().getSimpleName();
        }

        private static boolean isOfFamily(@Nullable Class<?> type) {
            if (type == null || type.getName().startsWith("java.")) {
                return false;
            }
            return type.isSealed()
                    || Stream.concat(
                                    Stream.ofNullable(type.getSuperclass()),
                                    Arrays.stream(type.getInterfaces()))
                            .anyMatch(SealedFamilies::isOfFamily);
        }
    }
}

package guildhall.messages.document;

import guildhall.messages.Message;
import guildhall.messages.MessageCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The AsyncAPI 3.0 document of all topics; its examples are the fixtures. */
final class AsyncApi {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                    .build();

    static String document() throws IOException {
        var document = JSON.createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.set("info", info());
        document.putObject("servers")
                .putObject("local")
                .put("host", "localhost:19092")
                .put("protocol", "kafka")
                .put("description", "The broker of the local stack.");
        document.put("defaultContentType", "application/json");
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        for (var topic : MessageCatalogue.topics()) {
            var name = MessageCatalogue.topicOf(topic);
            channel(channels.putObject(name), name, topic);
            var operation = operations.putObject((isCommand(name) ? "obey." : "report.") + name);
            operation.put("action", isCommand(name) ? "receive" : "send");
            operation.putObject("channel").put("$ref", "#/channels/" + name);
        }
        document.set("components", components());
        return YAML.writeValueAsString(document);
    }

    private static ObjectNode info() {
        var info = JSON.createObjectNode();
        info.put("title", "Guildhall messages");
        info.put("version", "1.0.0");
        info.put(
                "description",
                """
                Events and commands of the Guildhall services. Partner systems may subscribe to the \
                topics that start with "public."; all others are internal. Delivery is at least \
                once, in order per key; ce_id identifies a message, and a repeated one may be \
                skipped. A version of a message only gains optional fields.\
                """);
        info.putObject("license").put("name", "Apache-2.0");
        return info;
    }

    private static void channel(ObjectNode channel, String name, Class<? extends Message> topic) {
        channel.put("address", name);
        channel.put("title", topic.getSimpleName());
        var messages = channel.putObject("messages");
        MessageCatalogue.messages().stream()
                .filter(message -> MessageCatalogue.topicOf(message).equals(name))
                .map(MessageCatalogue::typeOf)
                .forEach(type ->
                        messages.putObject(type).put("$ref", "#/components/messages/" + type));
    }

    private static ObjectNode components() throws IOException {
        var components = JSON.createObjectNode();
        var messages = components.putObject("messages");
        for (var message : MessageCatalogue.messages()) {
            var type = MessageCatalogue.typeOf(message);
            var entry = messages.putObject(type);
            entry.put("name", type);
            entry.put("title", message.getSimpleName());
            entry.put("contentType", "application/json");
            entry.putObject("headers").put("$ref", "#/components/schemas/CloudEventHeaders");
            entry.set("payload", withoutDialect(MessageSchemas.of(message)));
            entry.putArray("examples").addObject().set("payload", fixture(type));
        }
        components.putObject("schemas").set("CloudEventHeaders", headers());
        return components;
    }

    private static ObjectNode withoutDialect(ObjectNode schema) {
        schema.remove("$schema");
        return schema;
    }

    private static tools.jackson.databind.JsonNode fixture(String type) throws IOException {
        return JSON.readTree(
                Files.readString(Path.of("src/test/resources/fixtures", type + ".json")));
    }

    private static ObjectNode headers() {
        var schema = JSON.createObjectNode();
        schema.put("type", "object");
        schema.put("description", "CloudEvents 1.0, Kafka protocol binding, binary mode.");
        var properties = schema.putObject("properties");
        header(properties, "ce_specversion", "Always 1.0.");
        header(properties, "ce_id", "UUIDv7 of the message; the same for every redelivery.");
        header(properties, "ce_source", "The service that wrote it, such as /contract-service.");
        header(properties, "ce_type", "The name of the message, such as job.job-published.v1.");
        header(properties, "ce_time", "When it was written, UTC.");
        header(properties, "ce_subject", "The key.");
        header(properties, "correlationid", "The same from the first request to the last event.");
        header(properties, "causationid", "ce_id of the message that caused this one.");
        header(properties, "actor", "On whose behalf: user:<id>, staff:<id> or system:<service>.");
        header(properties, "traceparent", "W3C trace context.");
        var required = schema.putArray("required");
        for (var name : new String[] {"ce_specversion", "ce_id", "ce_source", "ce_type"}) {
            required.add(name);
        }
        return schema;
    }

    private static void header(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "string").put("description", description);
    }

    private static boolean isCommand(String topic) {
        return topic.endsWith(".commands");
    }

    private AsyncApi() {}
}

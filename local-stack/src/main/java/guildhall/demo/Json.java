package guildhall.demo;

import guildhall.client.Api;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Small things that are said in requests and read in answers. */
final class Json {
    static Map<String, Object> usd(long cents) {
        return Map.of("amount", cents, "currency", "USD");
    }

    /** From {@code TALENT:<id>}. */
    static Map<String, Object> party(String party) {
        var words = party.split(":", 2);
        return Map.of("type", words[0], "id", words[1]);
    }

    static long cents(JsonNode money) {
        return money.path("amount").asLong();
    }

    static String id(JsonNode node) {
        return node.path("id").asString();
    }

    static String status(JsonNode node) {
        return node.path("status").asString();
    }

    static Predicate<JsonNode> has(String field, String value) {
        return node -> node.path(field).asString().equals(value);
    }

    static JsonNode awaitStatus(String what, Supplier<JsonNode> question, String expected) {
        return Api.await(
                what + " to be " + expected, question, node -> status(node).equals(expected));
    }

    private Json() {}
}

package guildhall.stack.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /} shows the newest mails. {@code GET /api/mails?to=&limit=} lists them, newest first,
 * {@code GET /api/mails/{id}} shows one, {@code DELETE /api/mails} forgets all.
 */
final class MailPages implements HttpHandler {
    private static final int DEFAULT_LIMIT = 100;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final String API = "/api/mails";

    private final Mails mails;
    private final JsonMapper json = JsonMapper.builder().build();

    MailPages(Mails mails) {
        this.mails = mails;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestMethod()) {
                case "GET" -> get(exchange);
                case "DELETE" -> delete(exchange);
                default -> exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
            }
        }
    }

    private void get(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var query = query(exchange);
        if (path.equals("/")) {
            send(exchange, "text/html; charset=utf-8", page(query.getOrDefault("to", "")));
        } else if (path.equals(API)) {
            var found = mails.newest(query.getOrDefault("to", ""), limit(query));
            send(exchange, "application/json", json.writeValueAsString(found));
        } else if (path.matches(API + "/\\d{1,18}")) {
            var mail = mails.find(Long.parseLong(path.substring(API.length() + 1)));
            if (mail.isPresent()) {
                send(exchange, "application/json", json.writeValueAsString(mail.get()));
            } else {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            }
        } else {
            exchange.sendResponseHeaders(NOT_FOUND, -1);
        }
    }

    private void delete(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals(API)) {
            mails.clear();
            exchange.sendResponseHeaders(NO_CONTENT, -1);
        } else {
            exchange.sendResponseHeaders(NOT_FOUND, -1);
        }
    }

    private static int limit(Map<String, String> query) {
        var limit = query.getOrDefault("limit", "");
        return limit.matches("\\d{1,6}") ? Integer.parseInt(limit) : DEFAULT_LIMIT;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var values = new HashMap<String, String>();
        var query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            for (var pair : query.split("&")) {
                var equals = pair.indexOf('=');
                if (equals > 0) {
                    values.put(
                            pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        }
        return values;
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        exchange.sendResponseHeaders(OK, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String page(String recipient) {
        var rows =
                mails.newest(recipient, DEFAULT_LIMIT).stream()
                        .map(MailPages::article)
                        .collect(Collectors.joining());
        return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>Mails</title>
        <style>
          body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; }
          article { border-top: 1px solid #ccc; padding: 1rem 0; }
          h2 { font-size: 1rem; margin: 0; } small { color: #666; }
          pre { white-space: pre-wrap; font: inherit; }
        </style>
        <h1>Mails that would have been sent</h1>
        %s
        </html>
        """
                .formatted(rows.isEmpty() ? "<p>None yet.</p>" : rows);
    }

    private static String article(Mail mail) {
        return "<article><h2>%s</h2><small>to %s, %s</small><pre>%s</pre></article>"
                .formatted(
                        escape(mail.subject()),
                        escape(String.join(", ", mail.to())),
                        mail.receivedAt(),
                        escape(mail.text()));
    }

    /** Mails carry what users wrote: nothing of it may become markup. */
    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

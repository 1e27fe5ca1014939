package guildhall.gateway.openapi;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /openapi.json} and the page {@code /docs}. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentRoutes {
    /** The page runs the scripts of the gateway itself and calls only the gateway. */
    private static final String PAGE_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    @Bean
    RouterFunction<ServerResponse> apiPages(ApiDocuments documents) {
        return RouterFunctions.route()
                .GET(
                        "/openapi.json",
                        _ ->
                                documents
                                        .merged()
                                        .flatMap(merged ->
                                                ServerResponse.ok()
                                                        .contentType(MediaType.APPLICATION_JSON)
                                                        .bodyValue(merged)))
                .GET("/docs", _ -> page("docs/index.html", MediaType.TEXT_HTML))
                .GET(
                        "/docs/start.js",
                        _ -> page("docs/start.js", MediaType.valueOf("text/javascript")))
                .GET("/", _ -> ServerResponse.temporaryRedirect(URI.create("/docs")).build())
                .build();
    }

    private static reactor.core.publisher.Mono<ServerResponse> page(String file, MediaType type) {
        return ServerResponse.ok()
                .contentType(type)
                .headers(headers -> headers.set("Content-Security-Policy", PAGE_POLICY))
                .bodyValue(new ClassPathResource(file));
    }
}

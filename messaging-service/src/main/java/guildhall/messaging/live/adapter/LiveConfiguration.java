package guildhall.messaging.live.adapter;

import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveConfiguration {
    /** Origins do not matter: a foreign page has no token, and no cookie speaks for the user. */
    @Bean
    WebSocketConfigurer liveSockets(LiveMessages handler, Handshake handshake) {
        return registry ->
                registry.addHandler(handler, "/v1/live/messages")
                        .addInterceptors(handshake)
                        .setAllowedOriginPatterns("*");
    }

    /** An embedded Tomcat speaks WebSocket only when it is told to. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSocketContainer() {
        return factory ->
                factory.addContextCustomizers(
                        context -> context.addServletContainerInitializer(new WsSci(), null));
    }
}

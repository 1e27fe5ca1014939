package guildhall.messaging.live.adapter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveConfiguration {
    /** The gateway has checked the origin, with the same list as for HTTP. */
    @Bean
    WebSocketConfigurer liveSockets(LiveMessages handler, Handshake handshake) {
        return registry ->
                registry.addHandler(handler, "/v1/live/messages")
                        .addInterceptors(handshake)
                        .setAllowedOriginPatterns("*");
    }

    @Bean
    TaskScheduler liveScheduler() {
        var scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("live-expiry-");
        return scheduler;
    }
}

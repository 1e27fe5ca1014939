package guildhall.runtime.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import tools.jackson.databind.json.JsonMapper;

/** The live feed of a service that names its channel. */
@AutoConfiguration(
        afterName =
                "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration")
@ConditionalOnClass(StringRedisTemplate.class)
@ConditionalOnProperty("guildhall.live.channel")
class LiveAutoConfiguration {
    /** The channel on which identity-service announces sessions that ended early. */
    private static final ChannelTopic REVOKED = new ChannelTopic("sessions.revoked");

    @Bean
    RedisLiveFeed liveFeed(
            StringRedisTemplate redis,
            @Value("${guildhall.live.channel}") String channel,
            JsonMapper json,
            MeterRegistry metrics) {
        var executor = new SimpleAsyncTaskExecutor("live-");
        executor.setVirtualThreads(true);
        return new RedisLiveFeed(redis, channel, json, executor, metrics);
    }

    @Bean
    RedisMessageListenerContainer liveNotices(
            RedisConnectionFactory connections,
            RedisLiveFeed feed,
            @Value("${guildhall.live.channel}") String channel) {
        var container = new RedisMessageListenerContainer();
        container.setConnectionFactory(connections);
        container.addMessageListener(
                (message, _) -> feed.received(text(message.getBody())), new ChannelTopic(channel));
        container.addMessageListener((message, _) -> feed.revoked(text(message.getBody())), REVOKED);
        return container;
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}

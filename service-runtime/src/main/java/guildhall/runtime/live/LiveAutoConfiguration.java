package guildhall.runtime.live;

import guildhall.runtime.live.RedisLiveFeed.LiveTools;
import guildhall.runtime.start.ClockAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import tools.jackson.databind.json.JsonMapper;

/** The live feed of a service that names its channel. */
@AutoConfiguration(
        after = ClockAutoConfiguration.class,
        afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration")
@ConditionalOnClass(StringRedisTemplate.class)
@ConditionalOnProperty("guildhall.live.channel")
@EnableConfigurationProperties(LiveProperties.class)
class LiveAutoConfiguration {
    /** The channel on which identity-service announces sessions that ended early. */
    private static final ChannelTopic REVOKED = new ChannelTopic("sessions.revoked");

    private static final long RECOVERY_MILLIS = 1_000;

    @Bean(defaultCandidate = false)
    ThreadPoolTaskExecutor liveSender(LiveProperties properties) {
        return oneThread("live-sender", properties.outgoing());
    }

    /** Order is kept by one thread, which only ever puts things into queues. */
    @Bean(defaultCandidate = false)
    ThreadPoolTaskExecutor liveReceiver() {
        return oneThread("live-receiver", Integer.MAX_VALUE);
    }

    @Bean
    RedisLiveFeed liveFeed(
            StringRedisTemplate redis,
            LiveProperties properties,
            JsonMapper json,
            LiveTools liveTools) {
        return new RedisLiveFeed(redis, properties, json, liveTools);
    }

    @Bean
    LiveTools liveTools(
            Clock clock,
            @Qualifier("liveSender") ThreadPoolTaskExecutor liveSender,
            MeterRegistry metrics) {
        return new LiveTools(clock, liveSender, metrics);
    }

    @Bean
    LiveNotices liveNotices(
            RedisConnectionFactory connections,
            RedisLiveFeed feed,
            LiveProperties properties,
            @Qualifier("liveReceiver") ThreadPoolTaskExecutor liveReceiver) {
        var container = new RedisMessageListenerContainer();
        container.setConnectionFactory(connections);
        container.setTaskExecutor(liveReceiver);
        container.setRecoveryInterval(RECOVERY_MILLIS);
        container.addMessageListener(
                (message, _) -> feed.received(text(message.getBody())),
                new ChannelTopic(properties.channel()));
        container.addMessageListener(
                (message, _) -> feed.revoked(text(message.getBody())), REVOKED);
        container.afterPropertiesSet();
        return new LiveNotices(container);
    }

    private static ThreadPoolTaskExecutor oneThread(String name, int queue) {
        var executor = new ThreadPoolTaskExecutor();
        executor.setThreadFactory(Thread.ofVirtual().name(name).factory());
        executor.setCorePoolSize(1);
        executor.setMaxPoolSize(1);
        executor.setQueueCapacity(queue);
        executor.setAcceptTasksAfterContextClose(true); // The last requests have something to tell.
        return executor;
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}

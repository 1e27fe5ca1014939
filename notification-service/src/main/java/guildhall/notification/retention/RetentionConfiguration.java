package guildhall.notification.retention;

import guildhall.runtime.chore.Chore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {
    @Bean
    Chore retention(Pruning pruning, RetentionProperties properties) {
        return new Chore("retention", properties.pruneEvery(), pruning::round);
    }
}

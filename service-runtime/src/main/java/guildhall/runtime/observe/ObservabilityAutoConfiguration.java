package guildhall.runtime.observe;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Correlation ids and common tags. */
@AutoConfiguration
class ObservabilityAutoConfiguration {
    /** Right inside the filter that opens the trace, so that even a refused request has an id. */
    private static final int CORRELATION_ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    /** Right inside the security filters. */
    private static final int CAUSE_ORDER = -90;

    @Bean
    MeterFilter serviceTag(@Value("${guildhall.service}") String service) {
        return MeterFilter.commonTags(List.of(Tag.of("service", service)));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Requests {
        @Bean
        FilterRegistrationBean<CorrelationFilter> correlation() {
            var registration = new FilterRegistrationBean<>(new CorrelationFilter());
            registration.setOrder(CORRELATION_ORDER);
            return registration;
        }

        @Bean
        FilterRegistrationBean<CauseFilter> cause() {
            var registration = new FilterRegistrationBean<>(new CauseFilter());
            registration.setOrder(CAUSE_ORDER);
            return registration;
        }
    }
}

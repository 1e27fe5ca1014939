package guildhall.runtime.web;

import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Problems, strict request bodies, limits, and the arguments that controllers may ask for. */
@AutoConfiguration(
        after = JacksonAutoConfiguration.class,
        before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebSettings.class)
public class WebAutoConfiguration implements WebMvcConfigurer {
    /** Inside the security filters, so that strangers cannot make the service read anything. */
    private static final int BODY_LIMIT_ORDER = -95;

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    ProblemErrorController problemErrorController() {
        return new ProblemErrorController();
    }

    /** Last, because it replaces the converter that was set before. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer strictRequestBodies(JsonMapper json) {
        var strict = new JacksonJsonHttpMessageConverter(StrictJson.from(json));
        return converters -> converters.withJsonConverter(strict);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(
            WebSettings settings, ProblemWriter problems) {
        var filter = new BodyLimitFilter(settings.maxBody().toBytes(), problems);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(BODY_LIMIT_ORDER);
        return registration;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PagingResolver());
        resolvers.add(new IfMatchResolver());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new StorableParameters());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new PlausibleInstant());
    }

    /** Only where the service has a store. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DataAccessException.class)
    static class Stores {
        @Bean
        DataProblemAdvice dataProblemAdvice() {
            return new DataProblemAdvice();
        }
    }

    /** Only in a real server, not in a slice test. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(TomcatServletWebServerFactory.class)
    static class Server {
        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInsteadOfPages() {
            return factory ->
                    factory.addContextCustomizers(context -> {
                        if (context.getParent() instanceof StandardHost host) {
                            host.setErrorReportValveClass(ProblemValve.class.getName());
                        }
                    });
        }
    }
}

package guildhall.runtime.security;

import guildhall.runtime.web.ProblemWriter;
import guildhall.runtime.web.WebAutoConfiguration;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every request needs a valid token, except for what the service declares public. */
@AutoConfiguration(
        after = WebAutoConfiguration.class,
        before = {
            OAuth2ResourceServerAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecuritySettings.class)
public class AccessAutoConfiguration implements WebMvcConfigurer {
    /**
     * Probes and scrapers come without a token, on the port that only the gateway and operators
     * reach. Whatever else of the actuator is switched on by a setting stays closed.
     */
    private static final PublicEndpoints OF_EVERY_SERVICE =
            PublicEndpoints.none()
                    .get("/actuator/health/**", "/actuator/prometheus")
                    .get("/v3/api-docs/**", "/v3/api-docs.yaml");

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder tokenDecoder(SecuritySettings settings) {
        return TokenVerification.decoder(settings);
    }

    @Bean
    SecurityProblems securityProblems(ProblemWriter problems) {
        return new SecurityProblems(problems);
    }

    /** A trace shows the request; a span for each of a dozen filters shows nothing more. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain tokenRequired(
            HttpSecurity http, SecurityProblems problems, ObjectProvider<PublicEndpoints> open) {
        http.csrf(AbstractHttpConfigurer::disable) // No cookies, so nothing to forge.
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.authorizeHttpRequests(rules -> {
            rules.dispatcherTypeMatchers(
                            DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                    .permitAll();
            endpoints(open)
                    .forEach(e -> rules.requestMatchers(e.method(), e.pattern()).permitAll());
            rules.requestMatchers("/actuator/**").denyAll();
            rules.anyRequest().authenticated();
        });
        http.exceptionHandling(handling ->
                handling.authenticationEntryPoint(problems).accessDeniedHandler(problems));
        http.oauth2ResourceServer(server ->
                server.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(new TokenReader()))
                        .withObjectPostProcessor(answerOutages(problems)));
        return http.build();
    }

    /** By default an unreachable key server ends as 500; here it is 503. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answerOutages(
            SecurityProblems problems) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(problems::commence);
                return filter;
            }
        };
    }

    private static List<PublicEndpoints.Endpoint> endpoints(ObjectProvider<PublicEndpoints> open) {
        var all = OF_EVERY_SERVICE.and(HttpMethod.HEAD, "/actuator/health/**");
        for (var declared : open.orderedStream().toList()) {
            for (var endpoint : declared.endpoints()) {
                all = all.and(endpoint.method(), endpoint.pattern());
            }
        }
        return all.endpoints();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new StaffOnlyRule());
    }
}

package vn.cchc.benchmark.peer;

import static org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy.NO_REFERRER;
import static org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode.DENY;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Spring Cloud Gateway with the duties of this project's gateway: tokens, rate limits, metrics, request ids, security headers. */
@SpringBootApplication
public class SpringGateway {

    public static void main(String[] arguments) {
        SpringApplication.run(SpringGateway.class, arguments);
    }

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http) {
        return http.csrf(CsrfSpec::disable)
                .authorizeExchange(exchange -> exchange.pathMatchers("/api/v1/problems/**", "/actuator/**").permitAll()
                        .anyExchange().authenticated())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .headers(headers -> headers.frameOptions(options -> options.mode(DENY))
                        .referrerPolicy(policy -> policy.policy(NO_REFERRER))
                        .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .build();
    }
}

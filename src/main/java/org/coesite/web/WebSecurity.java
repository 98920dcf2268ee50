package org.coesite.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.coesite.process.EngineAccounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may ask for what. Programs send name and password with each request; people sign on once, for
 * our pages and those of Camunda together. The engine then asks for its own rights.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

  /** Our pages bring no scripts or styles of others, and nobody may put them into a frame. */
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** What workers need of the engine's REST interface. */
  private static final RequestMatcher WORK =
      anyOf(
          posted("/engine-rest/external-task/fetchAndLock"),
          posted("/engine-rest/external-task/{id}/lock"),
          posted("/engine-rest/external-task/{id}/extendLock"),
          posted("/engine-rest/external-task/{id}/unlock"),
          posted("/engine-rest/external-task/{id}/complete"),
          posted("/engine-rest/external-task/{id}/failure"),
          posted("/engine-rest/external-task/{id}/bpmnError"),
          read("/engine-rest/external-task/**"),
          read("/engine-rest/process-instance/{id}/variables/**"),
          read("/engine-rest/process-definition/**"),
          read("/engine-rest/version"));

  /** What a monitor asks for. */
  private static final RequestMatcher FIGURES =
      anyOf(read("/actuator/prometheus"), read("/actuator/health"));

  /** Else its button would leave people signed on. */
  private static final RequestMatcher CAMUNDA_SIGN_OUT =
      posted("/camunda/api/admin/auth/user/{name}/logout");

  /** They check passwords without the delay that guesses cost, or make a first user. */
  private static final RequestMatcher SIDE_DOORS =
      anyOf(
          path("/engine-rest/identity/verify"),
          path("/engine-rest/engine/{name}/identity/verify"),
          path("/camunda/api/engine/engine/{name}/identity/verify"),
          posted("/camunda/api/admin/auth/user/{name}/login/**"),
          path("/camunda/api/admin/setup/**"));

  /** Whole paths, whichever servlet answers. */
  private static RequestMatcher path(String pattern) {
    return withDefaults().matcher(pattern);
  }

  private static RequestMatcher read(String pattern) {
    return withDefaults().matcher(HttpMethod.GET, pattern);
  }

  private static RequestMatcher posted(String pattern) {
    return withDefaults().matcher(HttpMethod.POST, pattern);
  }

  private static RequestMatcher anyOf(RequestMatcher... matchers) {
    return new OrRequestMatcher(matchers);
  }

  @Bean
  AuthenticationManager signOn(
      EngineAccounts accounts, WorkerSecret secret, MonitorSecret monitors) {
    return new ProviderManager(
        new SignOn(accounts, secret, monitors, new GuessingDelay(InstantSource.system())));
  }

  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http) throws Exception {
    BasicAuthenticationEntryPoint challenge = challenge();
    harden(http)
        .securityMatcher(anyOf(path("/engine-rest/**"), path("/actuator/**")))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // There is no session that a token could protect, see SameOrigin.
        .csrf(csrf -> csrf.disable())
        .httpBasic(basic -> basic.authenticationEntryPoint(challenge))
        .exceptionHandling(failures -> failures.authenticationEntryPoint(challenge))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(SIDE_DOORS)
                    .denyAll()
                    .requestMatchers(FIGURES)
                    .hasAnyRole(SignOn.ADMINISTRATOR, SignOn.MONITOR)
                    .requestMatchers(path("/actuator/**"))
                    .hasRole(SignOn.ADMINISTRATOR)
                    .requestMatchers(WORK)
                    .hasAnyRole(SignOn.PERSON, SignOn.WORKER)
                    .anyRequest()
                    .hasRole(SignOn.PERSON));
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain people(HttpSecurity http) throws Exception {
    RequestMatcher api = anyOf(path("/api/**"), path("/optimade/**"));
    RequestMatcher camunda = path("/camunda/**");
    harden(http)
        // Camunda's pages bring tokens of their own.
        .csrf(csrf -> csrf.ignoringRequestMatchers(camunda, WebSecurity::bringsPassword))
        .formLogin(form -> form.permitAll())
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(anyOf(posted("/logout"), CAMUNDA_SIGN_OUT))
                    .defaultLogoutSuccessHandlerFor(signedOut(), posted("/logout"))
                    .defaultLogoutSuccessHandlerFor(
                        new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT),
                        CAMUNDA_SIGN_OUT)
                    .deleteCookies("JSESSIONID"))
        .httpBasic(basic -> basic.authenticationEntryPoint(challenge()))
        .exceptionHandling(
            failures ->
                failures
                    .defaultAuthenticationEntryPointFor(challenge(), api)
                    .defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), path("/camunda/api/**"))
                    .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), request -> true))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(SIDE_DOORS)
                    .denyAll()
                    .requestMatchers(path("/error"))
                    .permitAll()
                    .anyRequest()
                    .hasRole(SignOn.PERSON));
    return http.build();
  }

  private static LogoutSuccessHandler signedOut() {
    SimpleUrlLogoutSuccessHandler toTheForm = new SimpleUrlLogoutSuccessHandler();
    toTheForm.setDefaultTargetUrl("/login?logout");
    return toTheForm;
  }

  private static boolean bringsPassword(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  private static BasicAuthenticationEntryPoint challenge() {
    BasicAuthenticationEntryPoint challenge = new BasicAuthenticationEntryPoint();
    challenge.setRealmName("coesite");
    return challenge;
  }

  private static HttpSecurity harden(HttpSecurity http) throws Exception {
    return http.addFilterAfter(new RequestLimit(), HeaderWriterFilter.class)
        .addFilterAfter(new SameOrigin(), HeaderWriterFilter.class)
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)));
  }
}

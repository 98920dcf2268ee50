package org.coesite.web;

import java.time.Duration;
import java.util.List;
import org.coesite.process.EngineAccounts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Lets workers and monitors in by their secrets and people by their password in the engine. */
final class SignOn implements AuthenticationProvider {

  static final String WORKER = "WORKER";
  static final String MONITOR = "MONITOR";
  static final String PERSON = "PERSON";
  static final String ADMINISTRATOR = "ADMINISTRATOR";

  private final EngineAccounts accounts;
  private final WorkerSecret secret;
  private final MonitorSecret monitors;
  private final GuessingDelay delay;

  SignOn(
      EngineAccounts accounts, WorkerSecret secret, MonitorSecret monitors, GuessingDelay delay) {
    this.accounts = accounts;
    this.secret = secret;
    this.monitors = monitors;
    this.delay = delay;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String name = attempt.getName();
    String password = String.valueOf(attempt.getCredentials());
    if (name.equals(WorkerSecret.USER)) {
      return program(name, secret.is(password), WORKER);
    }
    if (name.equals(MonitorSecret.USER)) {
      return program(name, monitors.is(password), MONITOR);
    }
    requirePassword(name, password, name + "@" + address(attempt));
    return accounts.isAdministrator(name)
        ? authenticated(name, PERSON, ADMINISTRATOR)
        : authenticated(name, PERSON);
  }

  private static Authentication program(String name, boolean knowsSecret, String role) {
    if (!knowsSecret) {
      throw new BadCredentialsException("This is not the secret of " + name + ".");
    }
    return authenticated(name, role);
  }

  private void requirePassword(String name, String password, String who) {
    Duration wait = delay.wait(who);
    if (!wait.isZero()) {
      throw new LockedException(
          "Too many wrong passwords. Wait %d s.".formatted(wait.plusMillis(999).toSeconds()));
    }
    if (!accounts.isPassword(name, password)) {
      delay.wrong(who);
      throw new BadCredentialsException("Name or password is wrong.");
    }
    delay.right(who);
  }

  private static String address(Authentication attempt) {
    return attempt.getDetails() instanceof WebAuthenticationDetails details
        ? details.getRemoteAddress()
        : "";
  }

  private static Authentication authenticated(String name, String... roles) {
    List<String> authorities = List.of(roles).stream().map(role -> "ROLE_" + role).toList();
    return UsernamePasswordAuthenticationToken.authenticated(
        name, null, AuthorityUtils.createAuthorityList(authorities));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}

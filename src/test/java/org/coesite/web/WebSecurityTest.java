package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.coesite.web.TestServer.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSecurityTest {

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new TestServer(directory);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/engine",
        "/engine-rest/process-definition",
        "/engine-rest/version",
        "/api/searches",
        "/api/searches/any/report/table.md",
        "/actuator",
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/prometheus",
        "/camunda/api/engine/engine/default/process-definition",
        "/camunda/api/admin/setup/default/user/create",
      })
  void nothing_is_told_without_credentials(String path) throws Exception {
    assertThat(server.send(server.request(path)).statusCode()).isEqualTo(401);
    assertThat(server.send(server.as("nobody", "wrong", path)).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/camunda/app/cockpit/default/",
        "/camunda/app/admin/default/setup/",
        "/camunda/lib/deps.js",
        "/h2-console",
        "/error/x"
      })
  void pages_lead_to_the_form_to_sign_on(String path) throws Exception {
    HttpResponse<String> answer = server.browser().get(path);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/engine",
        "/api/searches",
        "/actuator/health",
        "/actuator/info",
        "/actuator/prometheus",
        "/",
        "/coesite.css",
        "/camunda/app/cockpit/default/",
        "/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js",
        "/camunda/api/engine/engine/default/process-definition"
      })
  void the_administrator_comes_in_everywhere(String path) throws Exception {
    assertThat(server.send(server.asAdministrator(path)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/env", "/actuator/beans", "/actuator/heapdump", "/h2-console"})
  void what_tells_of_the_inside_is_not_there(String path) throws Exception {
    assertThat(server.send(server.asAdministrator(path)).statusCode()).isEqualTo(404);
  }

  @Test
  void a_person_who_is_no_administrator_sees_searches_but_no_figures_of_the_server()
      throws Exception {
    assertThat(
            server
                .post(
                    server.asAdministrator("/engine-rest/user/create"),
                    Map.of(
                        "profile", Map.of("id", "ada", "firstName", "Ada", "lastName", "Lovelace"),
                        "credentials", Map.of("password", "Analytical-1")))
                .statusCode())
        .isEqualTo(204);

    assertThat(server.send(server.as("ada", "Analytical-1", "/api/searches")).statusCode())
        .isEqualTo(200);
    assertThat(server.send(server.as("ada", "Analytical-1", "/actuator/health")).statusCode())
        .isEqualTo(403);
    assertThat(server.send(server.as("ada", "Analytical-1", "/engine-rest/user")).body())
        .as("Camunda shows her herself only")
        .doesNotContain("admin");
  }

  @Test
  void a_password_that_is_easy_to_guess_is_refused() throws Exception {
    HttpResponse<String> answer =
        server.post(
            server.asAdministrator("/engine-rest/user/create"),
            Map.of("profile", Map.of("id", "bob"), "credentials", Map.of("password", "bobbob")));

    assertThat(answer.body()).contains("Password does not match policy");
  }

  @Test
  void workers_fetch_tasks_and_do_nothing_else() throws Exception {
    assertThat(
            server
                .post(
                    server.asWorker("/engine-rest/external-task/fetchAndLock"),
                    Map.of(
                        "workerId",
                        "w",
                        "maxTasks",
                        1,
                        "asyncResponseTimeout",
                        200,
                        "topics",
                        List.of(Map.of("topicName", "none", "lockDuration", 1000))))
                .body())
        .isEqualTo("[]");
    assertThat(server.send(server.asWorker("/engine-rest/version")).statusCode()).isEqualTo(200);
    assertThat(server.send(server.asWorker("/engine-rest/process-definition")).body())
        .contains("structure-search");

    assertThat(
            server
                .deploy(server.asWorker("/engine-rest/deployment/create"), "a.bpmn", "")
                .statusCode())
        .isEqualTo(403);
    for (String path :
        List.of(
            "/engine-rest/user/create",
            "/engine-rest/process-definition/key/structure-search/start",
            "/engine-rest/message",
            "/engine-rest/external-task/retries",
            "/engine-rest/engine/default/user/create",
            "/api/searches")) {
      assertThat(server.post(server.asWorker(path), Map.of()).statusCode()).as(path).isEqualTo(403);
    }
    for (String path : List.of("/engine-rest/user", "/api/searches", "/", "/actuator/health")) {
      assertThat(server.send(server.asWorker(path)).statusCode()).as(path).isEqualTo(403);
    }
  }

  @Test
  void wrong_passwords_delay_who_guesses_and_lock_nobody_out() throws Exception {
    for (int guess = 0; guess < 5; guess++) {
      server.send(server.as("coesite-worker", "guess" + guess, "/engine-rest/version"));
      server.send(server.as("eve", "guess" + guess, "/engine-rest/version"));
    }
    server.accounts().makeAdministrator("eve", "Right-Password-2");

    assertThat(server.send(server.asWorker("/engine-rest/version")).statusCode()).isEqualTo(200);
    assertThat(server.send(server.asAdministrator("/engine-rest/version")).statusCode())
        .isEqualTo(200);
    assertThat(
            server.send(server.as("eve", "Right-Password-2", "/engine-rest/version")).statusCode())
        .as("within the delay")
        .isEqualTo(401);
    assertThat(server.browser().signOn("eve", "x").headers().firstValue("Location"))
        .get()
        .asString()
        .endsWith("/login?error");
  }

  @Test
  void the_engine_itself_never_locks_an_account() {
    for (int guess = 0; guess < 12; guess++) {
      assertThat(server.accounts().isPassword("admin", "guess" + guess)).isFalse();
    }
    assertThat(server.accounts().isPassword("admin", TestServer.PASSWORD)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/identity/verify",
        "/engine-rest/engine/default/identity/verify",
        "/camunda/api/engine/engine/default/identity/verify",
        "/camunda/api/admin/auth/user/default/login/cockpit",
        "/camunda/api/admin/setup/default/user/create",
      })
  void there_is_no_other_door_to_try_passwords_at(String path) throws Exception {
    assertThat(
            server
                .post(server.asAdministrator(path), Map.of("username", "admin", "password", "x"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void who_signs_on_once_is_signed_on_at_camundas_pages_too() throws Exception {
    Browser browser = server.browser();

    HttpResponse<String> signedOn = browser.signOn("admin", TestServer.PASSWORD);

    assertThat(signedOn.headers().firstValue("Location")).get().asString().endsWith("/");
    assertThat(browser.get("/").body()).contains("Searches").contains("/scripts/searches-page.js");
    HttpResponse<String> cockpit = browser.get("/camunda/app/cockpit/default/");
    assertThat(cockpit.statusCode()).isEqualTo(200);
    assertThat(cockpit.headers().firstValue("X-Authorized-User")).contains("admin");
    assertThat(browser.send(server.request("/camunda/api/engine/engine/default/user")).body())
        .contains("admin");
  }

  @Test
  void changes_in_a_session_need_its_token() throws Exception {
    Browser browser = server.browser();
    browser.signOn("admin", TestServer.PASSWORD);
    HttpRequest.Builder start =
        server.request("/api/searches").header("Content-Type", "application/json");

    assertThat(browser.submit("/logout", Map.of()).statusCode()).isEqualTo(403);
    assertThat(browser.send(start.POST(BodyPublishers.ofString("{}"))).statusCode()).isEqualTo(403);
    assertThat(browser.get("/").statusCode()).isEqualTo(200);

    assertThat(browser.submit("/logout", Map.of("_csrf", browser.sessionToken())).statusCode())
        .isEqualTo(302);
    assertThat(browser.get("/").statusCode()).isEqualTo(302);
  }

  @Test
  void changes_at_camundas_pages_need_their_token() throws Exception {
    Browser browser = server.browser();
    browser.signOn("admin", TestServer.PASSWORD);
    browser.get("/camunda/app/cockpit/default/");

    assertThat(
            browser
                .send(
                    server
                        .request("/camunda/api/engine/engine/default/user/create")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void pages_of_other_sites_cannot_ask_for_changes_even_with_a_password_the_browser_knows()
      throws Exception {
    for (HttpRequest.Builder request :
        List.of(
            server
                .asAdministrator("/engine-rest/deployment/create")
                .header("Origin", "http://evil"),
            server.asAdministrator("/engine-rest/deployment/create").header("Origin", "null"),
            server
                .asAdministrator("/engine-rest/deployment/create")
                .header("Sec-Fetch-Site", "cross-site"))) {
      assertThat(server.deploy(request, "a.bpmn", "").statusCode()).isEqualTo(403);
    }
    String own = server.address("").toString();
    assertThat(
            server
                .post(server.asAdministrator("/api/searches").header("Origin", own), Map.of())
                .statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/login",
        "/api/searches",
        "/engine-rest/engine",
        "/camunda/app/admin/default/"
      })
  void every_answer_carries_the_headers_that_protect_browsers(String path) throws Exception {
    Map<String, List<String>> headers = server.send(server.asAdministrator(path)).headers().map();

    assertThat(headers.get("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(headers.get("X-Frame-Options")).containsExactly("DENY");
    assertThat(headers.get("Referrer-Policy")).containsExactly("same-origin");
    assertThat(headers.get("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src ")
        .contains("frame-ancestors 'none'");
    assertThat(headers).doesNotContainKeys("Server", "X-Powered-By", "Strict-Transport-Security");
  }

  @Test
  void our_own_pages_run_no_script_but_their_own() throws Exception {
    assertThat(
            server
                .send(server.asAdministrator("/"))
                .headers()
                .firstValue("Content-Security-Policy"))
        .get()
        .asString()
        .doesNotContain("unsafe");
  }

  @Test
  void the_cookie_of_a_session_is_out_of_reach_for_scripts_and_other_sites() throws Exception {
    for (String path : List.of("/login", "/camunda/app/cockpit/default/")) {
      assertThat(server.send(server.asAdministrator(path)).headers().allValues("Set-Cookie"))
          .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
          .singleElement()
          .asString()
          .contains("HttpOnly")
          .endsWith("SameSite=Lax")
          .doesNotContain("Lax;SameSite");
    }
  }

  @Test
  void errors_tell_neither_versions_nor_stacks() throws Exception {
    for (String path :
        List.of("/nothing", "/api/searches/none", "/engine-rest/nothing", "/a%00b")) {
      HttpResponse<String> answer =
          server.send(server.asAdministrator(path).header("Accept", "text/html"));
      assertThat(answer.statusCode()).isBetween(400, 499);
      assertThat(answer.body()).doesNotContain("java.", "\tat ", "Tomcat", "Spring", "Apache");
    }
    assertThat(server.send(server.asAdministrator("/nothing").header("Accept", "text/html")).body())
        .contains("404 Not Found")
        .contains("coesite.css");
  }
}

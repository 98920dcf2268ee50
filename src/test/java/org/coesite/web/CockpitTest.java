package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.coesite.search.SearchState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages in a real browser, as a person uses them. */
class CockpitTest {

  private static final String QUICK =
      """
      seed: 3
      composition: SiO2
      formulaUnits: [1, 2]
      potential: sio2-bks-rep
      generation: {size: 6}
      stop: {relaxations: 12}
      """;

  private static final String REFINED =
      QUICK
          + """
          refine: embedded
          refinement: {protocol: sio2-slc, approve: true, candidates: 3, window: 2}
          """;

  @TempDir static Path directory;
  private static TestServer server;
  private static Chromium browser;

  @BeforeAll
  static void serve_and_sign_on() throws Exception {
    server = new TestServer(directory);
    browser = new Chromium(server);
    browser.signOn();
  }

  @AfterAll
  static void stop() {
    browser.close();
    server.close();
  }

  @AfterEach
  void the_browser_has_nothing_to_complain_about() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static void start(String name, String settings) throws Exception {
    server.post(
        server.asAdministrator("/api/searches"), Map.of("settings", settings, "name", name));
  }

  @Test
  void a_person_starts_the_example_and_watches_it() throws Exception {
    browser.open("/start");
    browser.awaitText("#check", "will do");
    browser.see("#start").click();
    browser.awaitText("#name", "silica");

    browser.awaitFigure("#process", "tokens", 1);
    browser.awaitFigure("#diagram", "points", 1);
    int before = browser.figure("#diagram", "points");
    browser.reload();
    browser.awaitFigure("#diagram", "points", before);

    browser.awaitText("#state", "finished");
    browser.awaitText("#structures tbody tr:first-child", "alpha-quartz");
    browser.awaitText("#log", "search ended");
    browser.awaitText("#yields", "random");
    assertThat(browser.figure("#process", "tokens")).isZero();
    assertThat(browser.figure("#diagram", "points"))
        .isEqualTo(server.service().diagram("silica").size());
    browser.run("scrollTo(0, 0)");
    browser.resize(1280, 1160);
    browser.picture("search");
    browser.resize(1280, 900);

    clickTheLowestPoint();

    await().atMost(Chromium.LONG).until(() -> browser.path().contains("/structures/"));
    browser.awaitFigure("#viewer", "atoms", 9);
    browser.awaitText("#ranking", "P3");
    assertThat(browser.colours("#viewer")).isGreaterThan(200);
    browser.awaitText("#attempts", "converged");
    assertThat(browser.colours(".steps-chart")).isGreaterThan(5);
    browser.picture("structure");
  }

  /** Of the first generation, whose lowest structures stand at the left end of the diagram. */
  private static void clickTheLowestPoint() {
    browser.run("document.querySelector('#diagram').scrollIntoView({block: 'center'})");
    List<?> place =
        (List<?>)
            browser.run(
                "const chart = echarts.getInstanceByDom(document.querySelector('#diagram'));"
                    + "const points = chart.getOption().series.flatMap((s) => s.data)"
                    + ".filter((d) => d.length > 2).sort((a, b) => a[1] - b[1]);"
                    + "return chart.convertToPixel('grid', points[0].slice(0, 2))");
    browser.clickAt(
        "#diagram", ((Number) place.get(0)).doubleValue(), ((Number) place.get(1)).doubleValue());
  }

  @Test
  void settings_that_will_not_do_are_told_with_their_line() {
    browser.open("/start");
    browser.awaitText("#check", "will do");
    browser.type("#settings", "composition: Si3O6\npotential: sio2-slc\nsead: 4\n");

    browser.awaitText("#check", "search.yaml:3: unknown key 'sead'");
    assertThat(browser.see("#start").isEnabled()).isFalse();
    browser.see("#check button").click();
    assertThat(
            browser.run(
                "const e = document.activeElement;"
                    + "return e.value.slice(e.selectionStart, e.selectionEnd)"))
        .isEqualTo("sead: 4");

    browser.type("#settings", "composition: Si3O6\npotential: sio2-slc\n");
    browser.type("#seed", "7");
    browser.awaitText("#check", "will do");
    assertThat((String) browser.run("return document.querySelector('#settings').value"))
        .contains("seed: 7");
    browser.see("#forecast").click();
    browser.awaitText("#outlook", "of processor time for 1000 relaxations");
  }

  @Test
  void a_person_approves_a_part_of_a_refinement() throws Exception {
    start("partly", REFINED);
    assertThat(server.service().await("partly", Chromium.LONG)).isEqualTo(SearchState.INCIDENT);
    browser.open("/");
    browser.see("a[href='/searches/partly/approve']").click();
    browser.awaitText("#candidates", "g00");
    List<WebElement> boxes = browser.all("#candidates input");
    int planned = boxes.size();
    assertThat(planned).isGreaterThan(1);
    browser.picture("approve");

    boxes.get(planned - 1).click();
    browser.awaitText("#sum", "%d of %d chosen".formatted(planned - 1, planned));
    browser.see("#approve").click();

    browser.awaitText("#state", "finished");
    assertThat(server.service().summary("partly").refined()).hasSize(planned - 1);
    browser.awaitText("#refined", "sio2-slc");
    browser.awaitText("#refined", "declined: left out by who approved the rest");
    assertThat(browser.all("#refined tbody tr")).hasSize(planned - 1);
  }

  @Test
  void a_refinement_that_comes_too_soon_is_sent_back() throws Exception {
    start("back", REFINED);
    assertThat(server.service().await("back", Chromium.LONG)).isEqualTo(SearchState.INCIDENT);
    int before = server.service().progress("back").relaxationsDone();
    browser.open("/searches/back/approve");
    browser.type("#more", "6");
    browser.see("#send-back").click();

    browser.awaitText("#log", "amended");
    await()
        .atMost(Chromium.LONG)
        .until(() -> server.service().entry("back").state() == SearchState.INCIDENT);
    assertThat(server.service().progress("back").relaxationsDone())
        .isGreaterThanOrEqualTo(before + 6);
    browser.open("/searches/back/approve");
    browser.see("#decline").click();
    browser.awaitText("#state", "finished");
  }

  @Test
  void a_person_tries_an_incident_again() throws Exception {
    Path inTheWay =
        Files.createFile(Files.createDirectory(directory.resolve("stuck")).resolve("report"));
    start("stuck", QUICK);
    browser.open("/searches/stuck");
    browser.awaitText("#incidents", "Report");
    browser.awaitText("#state", "waits for a person");

    Files.delete(inTheWay);
    browser.see("#incidents button").click();

    browser.awaitText("#state", "finished");
    await().atMost(Chromium.LONG).until(() -> browser.all("#incidents li").isEmpty());
  }

  @Test
  void a_search_is_stopped_early() throws Exception {
    start(
        "endless",
        QUICK.replace(
            "{relaxations: 12}",
            "{relaxations: 90000, repeats: 90000, withoutNewMinimum: 90000, generations: 9000}"));
    browser.open("/searches/endless");
    browser.awaitText("#log", "generation 0 ranked");
    browser.see("#stop-early").click();
    browser.awaitText("#state", "stopped");
    browser.awaitText("#stop", "stopped early by admin");
  }

  @Test
  void the_crystal_turns_by_keys_and_compares_with_others() throws Exception {
    start("turned", QUICK);
    server.service().await("turned", Chromium.LONG);
    String best = server.service().summary("turned").best().get(0).structure();
    browser.open("/searches/turned/structures/" + best);
    browser.awaitFigure("#viewer", "atoms", 3);
    int atoms = browser.figure("#viewer", "atoms");
    browser.see("#viewer").sendKeys(Keys.ARROW_LEFT, Keys.ARROW_UP, "+");
    browser.see("#supercell option:nth-child(4)").click();
    browser.awaitFigure("#viewer", "atoms", 4 * atoms);
    browser.type("#other", best);
    browser.see("#compare-form button").click();
    browser.awaitText("#comparison", "0.0000");
  }

  @Test
  void what_is_not_there_is_said() {
    browser.open("/searches/nobody");
    browser.awaitText("#message", "There is no search");
    assertThat(browser.complaints()).allMatch(line -> line.contains("404"));
  }
}

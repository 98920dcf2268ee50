package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coesite.search.SearchState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page can be read and used by everybody: in both colours, wide and narrow. */
class CareTest {

  private static final String SETTINGS =
      """
      seed: 3
      composition: SiO2
      formulaUnits: [1, 2]
      potential: sio2-bks-rep
      generation: {size: 6}
      stop: {relaxations: 12}
      refine: embedded
      refinement: {protocol: sio2-slc, approve: true, candidates: 3, window: 2}
      """;

  /** A page and what is there once it is complete. */
  private static final Map<String, String> PAGES =
      Map.of(
          "/", "#searches tbody tr",
          "/start", "#outlook dt",
          "/programs", "#operations details",
          "/searches/small", "#structures tbody tr",
          "/searches/small/approve", "#candidates tbody tr",
          "/searches/small/structures/g000s00", "#attempts dt");

  @TempDir static Path directory;
  private static TestServer server;
  private static Chromium browser;

  @BeforeAll
  static void serve() throws Exception {
    server = new TestServer(directory);
    String quartz = Files.readString(Path.of("examples/silica/references/alpha-quartz.cif"));
    server.post(
        server.asAdministrator("/api/searches"),
        Map.of("settings", SETTINGS, "name", "small", "references", Map.of("quartz.cif", quartz)));
    assertThat(server.service().await("small", Chromium.LONG)).isEqualTo(SearchState.INCIDENT);
    browser = new Chromium(server);
    browser.signOn();
  }

  @AfterAll
  static void stop() {
    browser.close();
    server.close();
  }

  private static Stream<Arguments> views() {
    return PAGES.keySet().stream()
        .sorted()
        .flatMap(
            page ->
                Stream.of("light", "dark")
                    .flatMap(
                        colours ->
                            Stream.of(1280, 390).map(width -> Arguments.of(page, colours, width))));
  }

  @ParameterizedTest
  @MethodSource("views")
  void nobody_is_kept_out(String page, String colours, int width) throws Exception {
    browser.resize(width, 900);
    browser.useColours(colours);
    browser.open(page);
    browser.see(PAGES.get(page));
    browser.see("header form button");

    browser.picture("care-%s-%s-%d".formatted(page.replace('/', '_'), colours, width));
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.overflows()).as("wider than the window").isFalse();
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tabbed")
  void whatever_can_be_done_can_be_done_by_keyboard(String page, List<String> ids) {
    browser.resize(1280, 900);
    browser.open(page);
    browser.see(PAGES.get(page));

    assertThat(browser.tabbed(80)).containsAll(ids);
  }

  private static Stream<Arguments> tabbed() {
    return Stream.of(
        Arguments.of("/searches/small", List.of("approve", "filter")),
        Arguments.of("/searches/small/approve", List.of("approve", "decline", "send-back")),
        Arguments.of("/start", List.of("example", "composition", "settings", "start")),
        Arguments.of(
            "/searches/small/structures/g000s00",
            List.of("viewer", "supercell", "as-cif", "other")));
  }
}

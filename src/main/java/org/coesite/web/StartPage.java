package org.coesite.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.coesite.search.SearchEntry;
import org.coesite.search.SearchState;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The first page: which searches there are, and the way to Camunda's pages. */
@Controller
class StartPage {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Searches searches;

  StartPage(Searches searches) {
    this.searches = searches;
  }

  @GetMapping(value = "/", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  @ResponseBody
  String page(CsrfToken token) {
    return Html.page(
        "Searches",
        """
        <header>
          <h1>Coesite</h1>
          <nav>
            <a href="/camunda/app/cockpit/default/">Processes</a>
            <a href="/camunda/app/tasklist/default/">Tasks</a>
            <a href="/camunda/app/admin/default/">Users</a>
          </nav>
          <form method="post" action="/logout">
            <input type="hidden" name="%s" value="%s">
            <button>Sign out</button>
          </form>
        </header>
        <main>
          <h2>Searches</h2>
          %s
        </main>
        """
            .formatted(
                Html.text(token.getParameterName()),
                Html.text(token.getToken()),
                table(searches.service().list())));
  }

  private static String table(List<SearchEntry> entries) {
    if (entries.isEmpty()) {
      return "<p>None yet. Start one with POST /api/searches, see docs/serve.md.</p>";
    }
    return """
        <table>
          <thead>
            <tr><th>Search<th>State<th>Seed<th>Started<th>Seconds<th>Why
          </thead>
          <tbody>
        %s  </tbody>
        </table>
        """
        .formatted(entries.stream().map(StartPage::row).collect(Collectors.joining()));
  }

  private static String row(SearchEntry entry) {
    return "<tr><td>%s<td class=\"state %s\">%s<td>%d<td>%s<td>%d<td>%s\n"
        .formatted(
            name(entry),
            entry.state().name().toLowerCase(Locale.ROOT),
            entry.state(),
            entry.seed(),
            time(entry.created()),
            entry.effort().wall().toSeconds(),
            Html.text(entry.stop() == null ? "" : entry.stop()));
  }

  /** A search that has ended leads to its report. */
  private static String name(SearchEntry entry) {
    String name = Html.text(entry.name());
    boolean ended = entry.state() == SearchState.FINISHED || entry.state() == SearchState.STOPPED;
    return ended
        ? "<a href=\"/api/searches/%s/report/table.md\">%s</a>".formatted(name, name)
        : name;
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}

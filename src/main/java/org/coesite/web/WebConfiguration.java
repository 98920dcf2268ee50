package org.coesite.web;

import org.coesite.process.pages.CamundaPages;
import org.coesite.web.figures.FiguresConfiguration;
import org.coesite.web.optimade.OptimadeConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The parts of the server. Engine and database are there before it; what would make others is left
 * out.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      CamundaPages.OWN_ENGINE,
      "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration",
      "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
      "org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration",
      "org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration",
      "org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration",
      "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration",
      "org.springframework.boot.autoconfigure.sql.init.SqlInitializationAutoConfiguration"
    })
@Import({
  CamundaPages.class,
  OptimadeConfiguration.class,
  WebSecurity.class,
  FiguresConfiguration.class,
  SearchesController.class,
  StepsController.class,
  IncidentsController.class,
  RefinementController.class,
  InjectionController.class,
  ReportController.class,
  Problems.class,
  ErrorPage.class,
  AmendmentController.class,
  ApiDescription.class,
  PagesController.class,
  SessionController.class,
  OverviewController.class,
  LiveController.class,
  LiveFeed.class,
  DiagramController.class,
  StructuresController.class,
  StructureController.class,
  RawFileController.class,
  FailuresController.class,
  ComparisonController.class,
  RecognisedPhases.class,
  Crystals.class,
  SettingsController.class
})
class WebConfiguration {}

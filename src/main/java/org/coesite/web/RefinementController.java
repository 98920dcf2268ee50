package org.coesite.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.coesite.search.RefinementPlan;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is to be refined, and what a person says to that. */
@RestController
@RequestMapping("/api/searches/{name}")
class RefinementController {

  private final Searches searches;

  RefinementController(Searches searches) {
    this.searches = searches;
  }

  /** A plan, and whether it waits for approval. */
  record Plan(boolean waitsForApproval, @JsonUnwrapped RefinementPlan plan) {}

  @GetMapping("/plan")
  ResponseEntity<Object> plan(@PathVariable String name) {
    return searches
        .service()
        .plan(name)
        .map(
            plan ->
                ResponseEntity.ok(
                    (Object) new Plan(searches.service().waitsForApproval(name), plan)))
        .orElseGet(
            () ->
                ResponseEntity.status(HttpStatus.NOT_FOUND)
                    .body(Problem.of("search '%s' has planned no refinement".formatted(name))));
  }

  /** Ids of the structures that are to be refined; all of the plan if absent. */
  record Approval(@Nullable List<String> structures) {}

  @PostMapping("/approve")
  ResponseEntity<Object> approve(
      @PathVariable String name, @RequestBody(required = false) @Nullable Approval approval) {
    boolean done =
        approval == null || approval.structures() == null
            ? searches.service().approveRefinement(name)
            : searches.service().approveRefinement(name, approval.structures());
    return searches.answer(name, done, "waits for no approval");
  }

  @PostMapping("/decline")
  ResponseEntity<Object> decline(@PathVariable String name) {
    return searches.answer(
        name, searches.service().declineRefinement(name), "has no refinement to decline");
  }
}

"""Relaxations end in minima, together as alone, and failures say what went wrong."""

from dataclasses import replace

import numpy as np
import pytest
from ase.build import bulk

from coesite_ml.evaluation import Evaluation, OutsideModel
from coesite_ml.outcome import Failed, Relaxed
from coesite_ml.relaxation import relax


def test_strained_cells_find_the_lattice_constant_of_copper(copper, strained, bounds):
    for outcome in relax(copper, strained, bounds):
        assert isinstance(outcome, Relaxed) and outcome.kind == ""
        assert outcome.atoms.get_volume() / 4 == pytest.approx(3.59**3 / 4, rel=0.01)
        assert outcome.max_force <= bounds.max_force
        assert abs(outcome.pressure) <= bounds.max_stress
        energies = [step.energy for step in outcome.steps]
        assert [step.number for step in outcome.steps] == list(range(len(energies)))
        assert energies[-1] == outcome.enthalpy == outcome.energy
        assert energies[-1] == min(energies)


def test_a_structure_ends_the_same_alone_as_with_others(copper, strained, bounds):
    together = relax(copper, strained, bounds)
    for start, outcome in zip(strained, together, strict=True):
        alone = relax(copper, [start], bounds)[0]
        assert alone.to_json() == outcome.to_json()


@pytest.mark.parametrize("optimizer", ["fire", "bfgs", "fire-bfgs"])
def test_every_optimizer_gets_there(copper, strained, bounds, optimizer):
    outcome = relax(copper, strained[:1], replace(bounds, optimizer=optimizer))[0]
    assert isinstance(outcome, Relaxed) and outcome.kind == ""


def test_pressure_is_reached_and_the_enthalpy_counts_it(copper, strained, bounds):
    outcome = relax(copper, strained[1:2], replace(bounds, pressure=10))[0]
    assert outcome.pressure == pytest.approx(10, abs=0.05)
    work = 10 / 160.21766 * outcome.atoms.get_volume()
    assert outcome.enthalpy == pytest.approx(outcome.energy + work, abs=1e-6)


def test_no_steps_give_the_energy_of_the_structure_as_it_is(copper, strained, bounds):
    outcome = relax(copper, strained[:1], replace(bounds, max_steps=0))[0]
    assert len(outcome.steps) == 1
    assert np.array_equal(outcome.atoms.positions, strained[0].positions)


def test_bounds_on_steps_and_time_leave_a_structure_to_go_on_from(copper, strained, bounds):
    short = relax(copper, strained[:1], replace(bounds, max_steps=3))[0]
    assert short.kind == "STEPS_SPENT" and "after 3 steps" in short.reason
    assert len(short.steps) == 4
    hurried = relax(copper, strained[:1], replace(bounds, max_seconds=0))[0]
    assert hurried.kind == "TIME_SPENT"


def test_an_interruption_ends_all(copper, strained, bounds):
    outcomes = relax(copper, strained, bounds, lambda: True)
    assert {outcome.reason for outcome in outcomes} == {"INTERRUPTED"}


def test_an_element_outside_the_model_is_refused(copper, bounds):
    outcome = relax(copper, [bulk("Fe", cubic=True)], bounds)[0]
    assert outcome.reason == "REFUSED" and "does not know Fe" in outcome.message


def evaluating(model, answer):
    return replace(model, evaluate=lambda structures: [answer(one) for one in structures])


def pushed(pull):
    """Forces of nothing but the cell: negative to shrink, positive to grow."""

    def answer(atoms):
        stress = np.array([-pull, -pull, -pull, 0, 0, 0], dtype=float)
        return Evaluation(0.0, np.zeros((len(atoms), 3)), stress)

    return answer


def test_a_cell_that_shrinks_has_collapsed(copper, strained, bounds):
    outcome = relax(evaluating(copper, pushed(-5)), strained[:1], bounds)[0]
    assert isinstance(outcome, Failed)
    assert outcome.reason == "COLLAPSED" and "is below 0.2 of the start's" in outcome.message


def test_a_cell_that_grows_has_exploded(copper, strained, bounds):
    outcome = relax(evaluating(copper, pushed(5)), strained[:1], bounds)[0]
    assert outcome.reason == "EXPLODED" and "above 5.0 times the start's" in outcome.message


def test_atoms_on_top_of_each_other_are_not_evaluated(copper, strained, bounds):
    close = strained[0].copy()
    close.positions[1] = close.positions[0] + 0.2
    outcome = relax(copper, [close], bounds)[0]
    assert outcome.reason == "COLLAPSED" and "Cu and Cu are 0.3" in outcome.message
    assert outcome.steps == []


def test_a_thin_cell_is_a_bad_cell(copper, bounds):
    sheared = bulk("Cu", cubic=True)
    cell = sheared.cell.array.copy()
    cell[2] = [3.5, 0, 0.3]
    sheared.set_cell(cell)
    outcome = relax(copper, [sheared], bounds)[0]
    assert outcome.reason == "BAD_CELL" and "below 0.8 Å" in outcome.message


def test_energies_that_are_no_numbers_or_too_deep_are_named(copper, strained, bounds):
    def nan(atoms):
        return Evaluation(float("nan"), np.zeros((len(atoms), 3)), np.zeros(6))

    assert relax(evaluating(copper, nan), strained[:1], bounds)[0].reason == "NOT_A_NUMBER"

    def hole(atoms):
        return Evaluation(-25.0 * len(atoms), np.zeros((len(atoms), 3)), np.zeros(6))

    deep = replace(evaluating(copper, hole), base=lambda atoms: 0.0)
    outcome = relax(deep, strained[:1], bounds)[0]
    assert outcome.reason == "ENERGY_OUT_OF_RANGE" and "-25.00 eV per atom" in outcome.message


def test_a_structure_that_breaks_the_model_leaves_the_others_alone(copper, strained, bounds):
    def evaluate(structures):
        if any(one.info.get("cursed") for one in structures):
            raise OutsideModel("an atom has no neighbour")
        return copper.evaluate(structures)

    strained[2].info["cursed"] = True
    outcomes = relax(replace(copper, evaluate=evaluate), strained, bounds)
    assert outcomes[2].reason == "REFUSED" and "no neighbour" in outcomes[2].message
    assert all(isinstance(outcomes[i], Relaxed) for i in (0, 1, 3))


def test_an_optimiser_that_breaks_down_ends_its_own_structure_only(copper, strained, bounds):
    def answer(atoms):
        evaluation = copper.evaluate([atoms])[0]
        if atoms.info.get("cursed"):
            return Evaluation(evaluation.energy, evaluation.forces[:2], evaluation.stress)
        return evaluation

    strained[0].info["cursed"] = True
    broken, whole = relax(evaluating(copper, answer), strained[:2], bounds)
    assert broken.reason == "STUCK" and "the optimiser ended" in broken.message
    assert isinstance(whole, Relaxed)


def test_together_each_has_the_time_that_it_would_have_alone(copper, strained, bounds):
    hurried = relax(copper, strained, replace(bounds, max_seconds=1e-9, max_force=1e-9))
    assert {outcome.kind for outcome in hurried} == {"TIME_SPENT"}
    assert all("after 4e-09 s" in outcome.reason for outcome in hurried)


def test_memory_that_runs_out_is_named(copper, strained, bounds):
    def evaluate(structures):
        raise MemoryError("no more")

    outcome = relax(replace(copper, evaluate=evaluate), strained[:1], bounds)[0]
    assert outcome.reason == "OUT_OF_MEMORY"

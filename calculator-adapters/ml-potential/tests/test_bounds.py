"""Settings as Coesite writes them."""

import pytest

from coesite_ml.bounds import Bounds, seconds


@pytest.mark.parametrize(
    ("text", "expected"), [("PT5M", 300), ("PT0.5S", 0.5), ("PT1H30M", 5400), ("PT0S", 0)]
)
def test_durations_are_read(text, expected):
    assert seconds(text) == expected


@pytest.mark.parametrize("text", ["5 min", "PT5", "P1D"])
def test_other_times_are_no_durations(text):
    with pytest.raises(ValueError, match="duration|unit"):
        seconds(text)


def test_settings_of_a_parcel_become_bounds():
    settings = {
        "pressure": 2.5,
        "maxForce": 0.01,
        "maxStress": 0.1,
        "maxSteps": 500,
        "maxTime": "PT5M",
        "options": {"optimizer": "bfgs"},
    }
    assert Bounds.of(settings) == Bounds(2.5, 0.01, 0.1, 500, 300, "bfgs")
    assert Bounds.of(settings).loosened(10) == Bounds(2.5, 0.1, 1.0, 500, 300, "bfgs")

"""Units of measure: our short list of definitions says what pint's own registry says, and nothing crashes."""

import pint
import pytest

from checker.annotate.units import CANONICAL, PINT, SPOKEN, convert
from checker.pipeline.stages import account_of_text

UNITS = ("degree_Celsius", "degree_Fahrenheit", *sorted(set(PINT.values())))
PLAIN = (
    *UNITS,
    *(f"{length}/{time}" for length in ("kilometer", "mile", "meter", "foot") for time in ("hour", "second")),
)
POWERS = tuple(f"{unit}**{power}" for unit in sorted(set(PINT.values())) for power in (2, 3))


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry:
    return pint.UnitRegistry(cache_folder=None)


def expected(registry: pint.UnitRegistry, unit: str) -> tuple[str, float, float] | None:
    """The same conversion by all of pint's definitions."""
    nothing = registry.Quantity(0.0, unit)
    targets = [t for t in CANONICAL if nothing.is_compatible_with(t)]
    if not targets:
        return None
    (target,) = targets
    offset = float(nothing.to(target).magnitude)
    return (
        SPOKEN.get(target, target),
        float(registry.Quantity(1.0, unit).to(target).magnitude) - offset,
        offset,
    )


@pytest.mark.parametrize("unit", PLAIN)
def test_every_unit_converts_as_in_pint_to_the_last_digit(registry: pint.UnitRegistry, unit: str) -> None:
    assert convert(unit) is not None
    assert convert(unit) == expected(registry, unit)


def test_squares_and_cubes_too_and_what_is_no_quantity_has_no_unit(registry: pint.UnitRegistry) -> None:
    found = {unit: convert(unit) for unit in POWERS}
    assert found == {unit: expected(registry, unit) for unit in POWERS}
    assert found["foot**3"] is not None and found["mile**2"] is not None
    assert found["ton**2"] is None and found["acre**3"] is None


def test_power_and_energy() -> None:
    text = "The plant has 300 MW and sold 40 kWh."
    found = [(m.value.low, m.value.unit) for m in account_of_text(text).mentions if m.kind == "quantity"]
    assert found == [(300e6, "watt"), (144e6, "joule")]


@pytest.mark.parametrize(
    "text", ["The box weighs 5 kg² in all.", "They sold 3 square tons of it.", "It took 4 cubic acres."]
)
def test_an_impossible_unit_is_no_measure_and_no_error(text: str) -> None:
    (quantity,) = [m for m in account_of_text(text).mentions if m.kind == "quantity"]
    assert quantity.value.form != "measure"

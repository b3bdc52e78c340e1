"""A measured figure, its spread over events, and what it was measured with."""

import hashlib
import random
import subprocess
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parents[2]
DRAWS = 300
T = TypeVar("T")


@dataclass(frozen=True)
class Figure:
    """One figure: ``noise`` is its standard error over events (0 where it is not known)."""

    name: str
    value: float
    n: int
    noise: float = 0.0
    goal: float | None = None
    at_most: bool = False

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached; None without a goal."""
        if self.goal is None:
            return None
        return self.value <= self.goal if self.at_most else self.value >= self.goal

    def as_json(self) -> dict[str, Any]:
        """The figure for the JSON report."""
        return {**asdict(self), "value": round(self.value, 4), "noise": round(self.noise, 4)}


def noise_of(rows: Sequence[T], event: Callable[[T], Hashable], score: Callable[[list[T]], float]) -> float:
    """Standard error of ``score`` when whole events are drawn again (cluster bootstrap, fixed seed)."""
    by_event: dict[Hashable, list[T]] = {}
    for row in rows:
        by_event.setdefault(event(row), []).append(row)
    groups = list(by_event.values())
    if len(groups) < 2:
        return 0.0
    draw = random.Random(7)
    values = []
    for _ in range(DRAWS):
        sample = [row for group in draw.choices(groups, k=len(groups)) for row in group]
        values.append(score(sample))
    mean = sum(values) / len(values)
    return (sum((v - mean) ** 2 for v in values) / (len(values) - 1)) ** 0.5


def share(rows: Sequence[bool]) -> float:
    """The share of true rows; 0 for none."""
    return sum(rows) / len(rows) if rows else 0.0


def digest(paths: Sequence[Path]) -> str:
    """sha256 over files, in order of their names: says which corpus was measured."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def versions() -> Mapping[str, str]:
    """The code's version and commit, and the sha256 of the bundled models."""
    import checker
    from checker.weights.pins import PINS

    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--abbrev=12"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    models = {name: value for name, value in PINS.items() if name.endswith(".onnx")}
    return {"checker": checker.__version__, "commit": commit or "unknown", **models}

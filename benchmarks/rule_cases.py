"""How long a hundred cases of a rule take under pytest, after spaCy has been loaded.

    .venv/bin/python benchmarks/rule_cases.py

Every case has two texts of its own; a rule runs on each three times (twice, and with the sides swapped). Prints wall
and processor seconds; the bound of the house is three seconds on a machine that does nothing else.
"""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

CASES = 100
TEST = """
from checker import flag, rule
from checker.testing import agree, differ, rule_cases


@rule("DESK101", messages={"differs": "{a} against {b}"})
def death_toll_differs(match):
    "Two accounts give different death tolls."
    for a, b in match.same("quantity", unit="dead"):
        if not a.value.compatible(b.value):
            yield flag("differs", at=a, against=[b], a=a.text, b=b.text)


PLACES = "market harbour station mill hotel".split()
CASES = []
for number in range(HALF):
    place, toll = PLACES[number % 5], number + 12
    CASES.append(
        differ(
            f"The fire at the {place} killed [[{toll}]] people on Monday, the mayor said.",
            f"The coroner said that [[{toll + 40}]] people had died in the fire at the {place}.",
        )
    )
    CASES.append(
        agree(
            f"The storm at the {place} killed {toll} people. It came from the sea at dawn.",
            f"In the storm, which came from the sea, {toll} people were killed at the {place}.",
        )
    )

test_death_toll = rule_cases(death_toll_differs, *CASES)
"""


def main() -> int:
    """Load spaCy, run the cases, print the figures; pytest's exit code."""
    from checker.pipeline.stages import account_of_text

    account_of_text("It rained on Monday, the mayor said.")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "test_cases.py"
        file.write_text(TEST.replace("HALF", str(CASES // 2)), "utf-8")
        wall, processor = time.perf_counter(), time.process_time()
        code = pytest.main(
            ["-q", "-p", "no:cacheprovider", "-c", "/dev/null", "--rootdir", folder, str(file)]
        )
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
    loaded = [name for name in ("torch", "onnxruntime", "faiss", "tokenizers") if name in sys.modules]
    print(
        f"{CASES} cases: {wall:.2f} s, processor {processor:.2f} s; models imported: {', '.join(loaded) or 'none'}"
    )
    return int(code)


if __name__ == "__main__":
    sys.exit(main())

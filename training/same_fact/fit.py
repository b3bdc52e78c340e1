"""Fit the weights by which facts are told apart on rows of evidence; with --write, into the rules' fact_weights.py.

usage: python training/same_fact/fit.py ROWS.jsonl ... [--write | --dry]

Two stages, for figures and for dates. The first tells from the surroundings of two mentions whether they are of one
fact: pairs of one value against pairs of two, values hidden. No weight against its expected direction. The second
tells from the rest of the story whether a pair that differs is a slip (``story_stage``), on the first stage's answers
of models that did not see the story. All figures are cross-validated over stories.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from logistic import Model, average_precision, chance, fit, held_out_odds
from rows import KINDS, ROOT, Row, Weights, read_rows
from story_stage import SIGNS as STORY_SIGNS
from story_stage import Example, examples

WEIGHTS = ROOT / "plugins" / "checker_rules" / "fact_weights.py"
# what speaks for one fact, what against it, and what only says of which kind the mentions are
FOR = (
    "words|words share|words likeness|near|near share|near likeness|near in all|clause share|clause likeness|matched|"
    "score|best|told|slot|governor|verb|verbs|doer|deed|doer named|names|quotation|both open|role|same thing|"
    "same thing wholly|noun near|noun there|restrictions|alone|hedge|grain"
).split("|")
AGAINST = (
    "other governor|other doer|parted|aside|apart|modality|tense|other teller|other preposition|places|one counted|"
    "nothing counted|other noun|other restrictions|relation|ahead|vague"
).split("|")
EITHER = "money|percent|duration|age|ordinal|few|year|month|minute|part".split("|")
DIRECTIONS = {**dict.fromkeys(FOR, 1), **dict.fromkeys(AGAINST, -1), **dict.fromkeys(EITHER, 0)}
PAIR_PENALTY, STORY_PENALTY = 10.0, 10 / 3
# two places of one value are taken for one fact only where sentences are so alike
ALIKE_SCORE, ALIKE_WORDS = 0.35, 0.3
CUTS = (0.3, 0.5, 0.7, 0.9)
LEAST = 0.005  # smaller weights are not written


def usable(rows: Sequence[Row]) -> list[bool]:
    """Whether each row is fitted on: all of two values, and of one value a mention's best partner in an account."""

    def alike(row: Row) -> float:
        return row.signs["score"] + row.signs["words share"] + row.signs["near share"] / 2

    best: dict[tuple[object, ...], int] = {}
    for n, row in enumerate(rows):
        for place, other in ((row.left, row.right), (row.right, row.left)):
            key = (row.story, place, other.account)
            if row.one and (key not in best or alike(row) > alike(rows[best[key]])):
                best[key] = n
    kept = set(best.values())
    return [
        not row.one
        or (n in kept and (row.signs["score"] >= ALIKE_SCORE or row.signs["words share"] >= ALIKE_WORDS))
        for n, row in enumerate(rows)
    ]


def fit_pairs(rows: Sequence[Row]) -> Model:
    """The first stage.

    Raises:
        SystemExit: a row has a sign whose direction is not known here.
    """
    names = [*rows[0].signs]
    if unknown := [name for name in names if name not in DIRECTIONS]:
        raise SystemExit(f"{', '.join(unknown)}: say in fit.py whether it speaks for or against one fact.")
    directions = {name: DIRECTIONS[name] for name in names}
    return fit([r.signs for r in rows], [r.one for r in rows], directions=directions, penalty=PAIR_PENALTY)


def fit_story(made: Sequence[Example]) -> Model:
    """The second stage; any direction, and signs as they come."""
    directions = dict.fromkeys(STORY_SIGNS, 0)
    signs, slips = [e.signs for e in made], [e.slip for e in made]
    return fit(signs, slips, directions=directions, penalty=STORY_PENALTY, scaled=False)


def fit_kind(rows: Sequence[Row], title: str) -> Weights:
    """Both stages for one kind, with cross-validated figures printed."""
    used = usable(rows)
    stories = [row.story for row in rows]
    odds = held_out_odds(
        [r.signs for r in rows], stories, lambda known: fit_pairs([rows[n] for n in known if used[n]])
    )
    mine = [n for n in range(len(rows)) if used[n]]
    labels = [rows[n].one for n in mine]
    print(f"{title}: {len(mine)} pairs of {len(set(stories))} stories, {sum(labels)} of one value")
    print(
        f"  pairs by their surroundings: average precision {average_precision(labels, [odds[n] for n in mine]):.3f}"
    )
    made = examples(rows, odds, used)
    told = held_out_odds(
        [e.signs for e in made],
        [stories[e.row] for e in made],
        lambda known: fit_story([made[n] for n in known]),
    )
    slips = [e.slip for e in made]
    print(f"  slips by the whole story: average precision {average_precision(slips, told):.3f}")
    for cut in CUTS:
        found = sum(e.slip and chance(z) >= cut for e, z in zip(made, told, strict=True)) / sum(slips)
        false = {e.row for e, z in zip(made, told, strict=True) if not e.slip and chance(z) >= cut}
        print(
            f"    from {cut} on: {found:.2f} of the slips, {len(false) / len(set(stories)):.2f} others a story"
        )
    pair, story = fit_pairs([rows[n] for n in mine]), fit_story(made)
    return Weights(pair_bias=pair.bias, pair=pair.weights, story_bias=story.bias, story=story.weights)


def written(weights: Mapping[str, Weights], before: str) -> str:
    """The module of weights, its beginning as it was ``before``."""
    text = before[: before.index("FIGURES = Weights(")]
    for name, one in weights.items():
        text += f"{name.upper()} = Weights(\n"
        for stage, bias, table in (("pair", one.pair_bias, one.pair), ("story", one.story_bias, one.story)):
            lines = [f'        "{sign}": {w:.2f},\n' for sign, w in table.items() if abs(w) >= LEAST]
            text += f"    {stage}_bias={bias:.2f},\n    {stage}={{\n{''.join(lines)}    }},\n"
        text += ")\n"
    return text


def main() -> None:
    """Print the figures and the weights, or write them."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("rows", type=Path, nargs="+")
    way = ap.add_mutually_exclusive_group()
    way.add_argument("--write", action="store_true", help=f"write {WEIGHTS.relative_to(ROOT)}")
    way.add_argument("--dry", action="store_true", help="write nothing, print the module (the default)")
    given = ap.parse_args()
    rows = read_rows(given.rows)
    weights = {}
    for kind in KINDS:
        own = [row for row in rows if row.kind == kind]
        if not own:
            raise SystemExit(f"There are no rows of {kind}; collect rows of more stories.")
        weights[kind] = fit_kind(own, kind)
    text = written(weights, WEIGHTS.read_text(encoding="utf-8"))
    if given.write:
        WEIGHTS.write_text(text, encoding="utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()

"""Pairs by template: two different acts of one actor are no contradiction; two acts on one object are.

They are part of what ``data.py`` makes; ``python votes.py --tokenizer FILE --out DATA`` writes a set of them alone,
whose first three in four are those of ``data.py``, too.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from lexicon import WORDS

Row = tuple[str, str, str, str]
_WORDS = WORDS["votes"]
ACTORS, OBJECTS, ORIGINS = _WORDS["actors"], _WORDS["objects"], _WORDS["origins"]
OTHER, FRAMES = _WORDS["other"], _WORDS["frames"]
ACTS = {
    "for": ["voted for {x}", "backed {x}", "voted in favor of {x}", "supported {x}", "approved {x}"],
    "against": ["voted against {x}", "opposed {x}", "rejected {x}", "cast its vote against {x}"],
    "abstain": [
        "abstained on {x}",
        "abstained in the vote on {x}",
        "abstained in the final vote on {x}",
        "did not take part in the vote on {x}",
    ],
}
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
ADVERBS = ["ultimately", "eventually", "later", "also", "finally", "then", "not only", "again", "first"]


def _tell(rng: random.Random, actor: str, act: str, day: str, more: bool = False) -> str:
    adverb = rng.choice(ADVERBS) if rng.random() < 0.5 else ""
    adverb = "also" if adverb == "not only" and not more else adverb
    act = f"{adverb} {act}".strip()
    if adverb == "not only":
        act += rng.choice([f", it also {rng.choice(OTHER)}", f" but {rng.choice(OTHER)}"])
    elif more and rng.random() < 0.15:
        act += f", and {rng.choice(OTHER)}"
    text = rng.choice(FRAMES).format(s=f"{actor} {act}", d=day)
    return text[0].upper() + text[1:] + "."


def _objects(rng: random.Random) -> tuple[str, str]:
    """Two different things to vote on, now and then of one kind."""
    actors = rng.sample(ACTORS[:10], 2)
    made = [
        f"the {{n}} {rng.choice(['drafted', 'put forward', 'backed', 'written'])} by {' and '.join(actors)}",
        "its own {n}",
        f"the {rng.choice(ORIGINS)} {{n}}",
        f"the {rng.choice(ORIGINS[:6])}-backed {{n}}",
        "the amended version of its own {n}",
        f"the {{n}} on {rng.choice(['Syria', 'Yemen', 'Sudan', 'fisheries', 'the ceasefire', 'sanctions'])}",
        f"the {{n}} calling for {rng.choice(['an inquiry', 'talks', 'a truce', 'new elections', 'a withdrawal'])}",
    ]
    if rng.random() < 0.6:
        noun = rng.choice(
            ["resolution", "resolution", "draft", "text", "motion", "bill", "proposal", "measure"]
        )
        one, two = rng.sample(made, 2)
        return one.format(n=noun), two.format(n=noun)
    one, two = (o.format(o=rng.choice(ORIGINS)) for o in rng.sample(OBJECTS, 2))
    return one, two


def votes(count: int, rng: random.Random) -> Iterator[Row]:
    """Rows of (premise, hypothesis, label, kind)."""
    for _ in range(count):
        actor, day = rng.choice(ACTORS), rng.choice(DAYS)
        one, two = _objects(rng)
        kinds = rng.sample(sorted(ACTS), 2)
        first = rng.choice(ACTS[kinds[0]])
        second = rng.choice(ACTS[kinds[1]])
        same = rng.choice(ACTS[kinds[0]])
        choice = rng.random()
        premise = _tell(rng, actor, first.format(x=one), day, more=True)
        if choice < 0.4:
            yield (
                premise,
                _tell(rng, actor, rng.choice([second, same]).format(x=two), day),
                "neutral",
                "votes",
            )
        elif choice < 0.5:
            other = rng.choice([a for a in ACTORS if a != actor])
            yield premise, _tell(rng, other, second.format(x=one), day), "neutral", "votes"
        elif choice < 0.6:
            yield premise, _tell(rng, actor, rng.choice(OTHER), day), "neutral", "votes"
        elif choice < 0.78:
            yield premise, _tell(rng, actor, second.format(x=one), day), "contradiction", "votes"
        elif choice < 0.9:
            yield premise, _tell(rng, actor, same.format(x=one), day), "entailment", "votes"
        else:
            both = f"{actor} {first.format(x=one)} and {second.format(x=two)}"
            both = both[0].upper() + both[1:] + "."
            if rng.random() < 0.5:
                yield both, _tell(rng, actor, second.format(x=two), day), "entailment", "votes"
            else:
                yield both, _tell(rng, actor, first.format(x=two), day), "contradiction", "votes"


def main() -> None:
    """Write 8,000 pairs as npz."""
    from pairs import tokenise
    from tokenizers import Tokenizer

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    rows = [(premise, hypothesis, label) for premise, hypothesis, label, _ in votes(8000, random.Random(3))]
    tokenise(rows, Tokenizer.from_file(str(args.tokenizer)), 224).save(args.out / "train" / "votes.npz")


if __name__ == "__main__":
    main()

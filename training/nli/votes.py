"""Pairs by template: two different acts of one actor are no contradiction; two acts on one object are."""

from __future__ import annotations

import random
from collections.abc import Iterator

Row = tuple[str, str, str, str]
ACTORS = (
    "France|Germany|Brazil|India|Canada|Japan|Mexico|Turkey|Egypt|Norway|the United States|Russia|China|South Africa|"
    "the government|the senator|the mayor|the court|the company|the union|the committee|the governor|the delegation|"
    "the board|the council|the ministry|Senator Collins|the coalition|the club|the party|Italy|Poland|Nigeria"
).split("|")
OBJECTS = (
    "the {o} resolution on fisheries|the {o} resolution on the ceasefire|its own resolution|the {o} draft text on trade|"
    "the budget bill|the tax bill|the farm bill|the immigration measure|the amendment on water rights|"
    "the motion on pensions|the proposal to close the port|the health care plan|the spending package|"
    "the treaty on landmines|the nomination of the judge|the new media law|the climate accord|the rail contract|"
    "the General Assembly resolution|the Security Council resolution|the competing text|the gun control bill|"
    "the housing plan|the merger with its rival|the {o} motion of censure|the final text|the European proposal"
).split("|")
ORIGINS = "European|American|African|Arab|Ukrainian|Swedish|joint|revised|earlier|second|rival".split("|")
ACTS = {
    "for": ["voted for {x}", "backed {x}", "voted in favor of {x}", "supported {x}", "approved {x}"],
    "against": ["voted against {x}", "opposed {x}", "rejected {x}", "cast its vote against {x}"],
    "abstain": ["abstained on {x}", "abstained in the vote on {x}", "did not take part in the vote on {x}"],
}
OTHER = (
    "met a visiting delegation|held talks in Geneva|raised its budget for schools|opened a new office in Nairobi|"
    "criticized the press|thanked the negotiators|published its yearly report|sent aid to the flooded region|"
    "announced a new spokesman|signed a letter of intent with two banks|took part in the debate on migration|"
    "asked for more time|praised the work of volunteers|will host the next summit|bought forty buses|"
    "moved its headquarters|paid a fine of two million dollars|released the names of the winners"
).split("|")
FRAMES = ["{s}", "{s}", "On {d}, {s}", "{s} on {d}", "{s}, officials said", "In the final vote, {s}", "In the end, {s}",
          "{s}, according to diplomats", "Not only that: {s}", "After hours of debate, {s}", "{s}, reporters were told"]
DAYS = "Monday Tuesday Wednesday Thursday Friday".split()


def _tell(rng: random.Random, actor: str, act: str, day: str) -> str:
    text = rng.choice(FRAMES).format(s=f"{actor} {act}", d=day)
    return text[0].upper() + text[1:] + "."


def votes(count: int, rng: random.Random) -> Iterator[Row]:
    """Rows of (premise, hypothesis, label, kind)."""
    for _ in range(count):
        actor, day = rng.choice(ACTORS), rng.choice(DAYS)
        one, two = (o.format(o=rng.choice(ORIGINS)) for o in rng.sample(OBJECTS, 2))
        kinds = rng.sample(sorted(ACTS), 2)
        first = rng.choice(ACTS[kinds[0]])
        second = rng.choice(ACTS[kinds[1]])
        same = rng.choice(ACTS[kinds[0]])
        choice = rng.random()
        premise = _tell(rng, actor, first.format(x=one), day)
        if choice < 0.4:
            yield premise, _tell(rng, actor, rng.choice([second, same]).format(x=two), day), "neutral", "votes"
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

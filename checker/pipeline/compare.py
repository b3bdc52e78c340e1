"""Accounts brought together: which tell one story, which are copies, what matches and what is lacking."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from checker.errors import NothingToCompareError
from checker.models.findings import RuleFailure
from checker.models.language import Account
from checker.models.text import Source
from checker.pipeline.link import link_names
from checker.rules.story_views import StoryView

if TYPE_CHECKING:
    from checker.protocols import Embedder, Floats

# two statements of unrelated texts are hardly ever this close (mean cosine .2, standard deviation .17)
NEAR = 0.5
# a source that says one thing of the draft in nearly its words is a source, whatever else it tells
SAME_THING = 0.75
# the least likelihood that a source tells the draft's event; of two events nearly always below .013 (stories.py)
RELATED = 0.01
# where a draft has one source, whoever named it says that the draft was written from it; at these, 2 of 632 pairs of
# a draft and another draft's source are compared that were not so, and 48 of 58 drafts that were refused their own
NEAR_ONLY, RELATED_ONLY = 0.3, 0.003
TITLE_WORDS = 12
Vectors = Mapping[str, "Floats"]


def embed_accounts(accounts: Sequence[Account], embedder: "Embedder") -> dict[str, "Floats"]:
    """Document id -> one unit vector a statement, float32 [n_statements, d]; equal texts are embedded once."""
    import numpy

    texts = list(dict.fromkeys(s.text for a in accounts for s in a.statements))
    rows = embedder.encode(texts)
    at = {text: n for n, text in enumerate(texts)}
    return {a.document.id: rows[numpy.array([at[s.text] for s in a.statements], dtype=int)] for a in accounts}


def stories_of(
    accounts: Sequence[Account],
    vectors: Vectors,
    drafts: frozenset[str],
    sources: Sequence[Source],
    embedder: str,
    one_story: bool = False,
) -> list[StoryView]:
    """The stories of a run, each with its matches and gaps; a story has at least two accounts.

    Among equals, accounts are grouped by the event they tell. A draft makes a story with the sources that tell its
    event; a single draft also with those that only share a statement with it, because whoever names the sources knows
    what it was written from, and with its only source unless that tells something else altogether.

    Raises:
        NothingToCompareError: no two accounts tell one event, or no draft is near any source.
    """
    from checker.match import match_accounts
    from checker.stories import find_copies

    by_id = {a.document.id: a for a in accounts}
    groups = _as_told(vectors, drafts) if one_story else _by_event(accounts, vectors, drafts)
    # in a fixed order, so that the order in which accounts were named changes nothing; the draft stays first
    groups = sorted(
        (sorted(g, key=lambda i: (i not in drafts, i)) for g in groups if len(g) > 1),
        key=lambda g: [g[0] not in drafts, *g],
    )
    if not groups:
        names = ", ".join(sorted(by_id))
        raise NothingToCompareError(
            f"The accounts tell no common event, so nothing was compared ({names}); "
            "check that they are about one story, or say that they are with --one-story."
        )
    views = []
    for number, ids in enumerate(groups, 1):
        members = link_names([by_id[i] for i in ids])
        matches, gaps = match_accounts(members, {i: vectors[i] for i in ids}, embedder_name=embedder)
        copies: dict[str, set[str]] = defaultdict(set)
        for copy, original in find_copies(members).items():
            copies[original] |= {copy, original}
        views.append(
            StoryView(
                members,
                matches,
                gaps,
                [frozenset(c) for _, c in sorted(copies.items())],
                id=f"story-{number}",
                title=_title(members),
                draft=ids[0] if ids[0] in drafts else "",
                outlets={s.id: s.name for s in sources},
            )
        )
    return views


def _as_told(vectors: Vectors, drafts: frozenset[str]) -> list[list[str]]:
    """All accounts with a statement in one story, or each draft with all of its sources: whoever names them knows."""
    told = [i for i, rows in vectors.items() if len(rows)]
    others = [i for i in told if i not in drafts]
    return [[d, *others] for d in told if d in drafts] if drafts else [others]


def _by_event(accounts: Sequence[Account], vectors: Vectors, drafts: frozenset[str]) -> list[list[str]]:
    """The accounts that tell one event each, or each draft with the sources that tell its event."""
    from checker.stories import group_stories, likelihood_of

    only = len(drafts) == 1 and len(accounts) == 2
    least, related = (NEAR_ONLY, RELATED_ONLY) if only else (NEAR, RELATED)
    if len(drafts) == 1:
        (draft,) = drafts
        # what a source of another event tells is nothing that the draft leaves out
        groups = [
            [draft]
            + [
                i
                for i, likely in likelihood_of(draft, accounts, vectors).items()
                if (near := _closest(vectors, draft, [i])) >= SAME_THING
                or (near >= least and likely >= related)
            ]
        ]
    elif drafts:
        together = group_stories(accounts, vectors)
        groups = [
            [d, *(i for i in group if i not in drafts)] for group in together for d in group if d in drafts
        ]
    else:
        groups = group_stories(accounts, vectors)
    if drafts:
        groups = [g for g in groups if len(g) > 1 and _closest(vectors, g[0], g[1:]) >= least]
        if not groups:
            raise NothingToCompareError(
                "No source says anything that stands in the draft, so nothing was compared "
                f"({', '.join(sorted(drafts))}); check that the sources are those it was written from, "
                "or say that they are with --one-story."
            )
    return groups


def _title(members: Sequence[Account]) -> str:
    """The first headline of a story's accounts, or how the first account begins."""
    titles = [a.document.title for a in members if a.document.title]
    if titles:
        return titles[0]
    words = members[0].sentences[0].text.split()
    return " ".join(words[:TITLE_WORDS]) + (" …" if len(words) > TITLE_WORDS else "")


def _closest(vectors: Vectors, draft: str, sources: Sequence[str]) -> float:
    """Cosine of the two statements of the draft and its sources that are closest; -1 where there is none."""
    return max(float((vectors[draft] @ vectors[source].T).max(initial=-1.0)) for source in sources)


def unchecked_drafts(
    drafts: frozenset[str], stories: Sequence[StoryView], accounts: Sequence[Account]
) -> list[RuleFailure]:
    """A failure for each draft that shares nothing with any source: that nothing was found says nothing of it."""
    checked = {s.draft for s in stories}
    return [
        RuleFailure(
            plugin="checker",
            target=account.document.id,
            error=f"{account.document.uri} shares nothing with any source and was not checked.",
        )
        for account in accounts
        if account.document.id in drafts - checked
    ]

"""One account's name made of two people's of another: the given name of one with the surname of the other."""

import re
from collections.abc import Iterator
from itertools import permutations

from checker.models.language import NameValue
from checker.rules.vocabulary import DocumentView, MentionView, StoryView
from checker_rules.nearest import short

Name = MentionView[NameValue]
_POSSESSIVE = re.compile(r"['’]s?$")


def blended_names(story: StoryView) -> Iterator[tuple[Name, Name]]:
    """A name that only one account has, and the person of the other account whose given name it bears.

    "Ana Lind" where the other account has Ana Holt, the first has no Holt and both have Rolf Lind: nobody meant a
    third. That both have the one who lends the surname tells a slip from a nickname (William Barr and Bill Barr).
    Long accounts name so many that one has a Ron Paul and the other a Ron Johnson: beside a draft, which names nobody
    of its own, they are asked, otherwise short ones only.
    """
    people = {d.id: _people(d) for d in story.documents if story.draft or short(d)}
    for one, other in permutations([d for d in story.documents if d.id in people], 2):
        mine, theirs = people[one.id], people[other.id]
        surnames = {surname for _, surname in mine}
        for given, surname in sorted(mine.keys() - theirs.keys()):
            meant = [last for first, last in theirs if first == given and last != surname]
            lent = [(first, last) for first, last in theirs if last == surname and first != given]
            both = any(person in mine for person in lent)
            if len(meant) == 1 and both and not {*meant} & surnames and not _told(one, meant[0]):
                yield mine[given, surname], theirs[given, meant[0]]


def _people(document: DocumentView) -> dict[tuple[str, str], Name]:
    """The first mention of every person who has a given name and a surname, by both."""
    found: dict[tuple[str, str], Name] = {}
    for name in document.names:
        parts = _POSSESSIVE.sub("", name.value.full.casefold()).replace(".", "").split()
        written = len(name.text.split()) > 1 and not name.value.pronoun
        if name.value.kind != "person" or not written or len(parts) < 2:
            continue
        # "Architect Anna Berg" has its given name next to the surname, "Anna R. Berg" before the letter
        given = parts[-2] if len(parts[-2]) > 1 else parts[0]
        found.setdefault((given, parts[-1]), name)
    return found


def _told(document: DocumentView, surname: str) -> bool:
    """Whether an account has somebody of that surname after all, whatever the tagger takes the name for."""
    return surname in document.text.casefold()

"""What a quantity counts: the noun, who of them, and what befell them ("12 people were killed": person,
dead)."""

import re
from typing import TYPE_CHECKING, NamedTuple

from checker.annotate import people
from checker.annotate.lexer import word_set
from checker.annotate.tallies import side_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


# footnote marks and the like cling to a word in some texts
_LETTERS = re.compile(r"[^\W\d_]*(?:-[^\W\d_]+)*")
_RATES = word_set(
    "day week month year hour minute second person head share barrel capita litre gallon night mile"
)


class Counted(NamedTuple):
    """A lemma, the lemmas that restrict it in alphabetical order, and whether the noun phrase named it
    outright."""

    noun: str = ""
    of: tuple[str, ...] = ()


class Phrase(NamedTuple):
    """The noun phrase after a figure: its head (None: there is none), its modifiers, the place after it."""

    head: "Token | None"
    modifiers: tuple[str, ...]
    end: int
    part: bool = False


_LONGEST = 30  # words of a noun phrase; what goes on is a list
_SKIP = word_set("more other further additional new such different separate another total so-called")
_BETWEEN = word_set(
    "be have get also reportedly already still now who which that were remain left leave feared fear presume "
    "presumed "
    "believe believed confirm confirmed report reported least go listed list seriously badly critically "
    "severely "
    "slightly declare pronounce find found know known say there to being up initially officially since"
)
_TAKES_LIVES = word_set("claim cost take lose end loss")
_PRONOUNS = word_set("them us those these whom which")


def count_of(doc: "Doc", start: int, end: int) -> Counted:
    """What the count in tokens ``start`` to ``end`` counts; a hedge before it is part of it."""
    phrase = noun_phrase(doc, end)
    side = side_of(doc, start, phrase.end, phrase.head)
    if side is not None:
        return Counted("vote", (side,) if side else ())
    noun = lemma_of(phrase.head) if phrase.head is not None else ""
    rate = rate_at(doc, phrase.end)[0]
    person = phrase.head is None or noun in people.PERSONS or noun in people.NOUNS
    state = _state(doc, start, phrase, noun) if person else ""
    of = set(phrase.modifiers)
    if phrase.part:
        of.add("among")
    if rate:
        of.add(f"per:{rate}")
    if not person:
        return Counted(noun, tuple(sorted(of)))
    if state:
        of.discard(state)
        if noun and noun not in people.GENERIC and noun not in people.NOUNS:
            of.add(noun)
        return Counted("person", tuple(sorted({state, *of})))
    if noun in people.GENERIC:
        noun = "person"
    return Counted(noun, tuple(sorted(of)))


def rate_at(doc: "Doc", at: int) -> tuple[str, int]:
    """What a rate is told by ("an hour", "per day", "a year") at token ``at``, and the place after it."""
    if (
        at + 1 < len(doc)
        and doc[at].lower_ in ("a", "an", "per", "each", "every")
        and lemma_of(doc[at + 1]) in _RATES
    ):
        return lemma_of(doc[at + 1]), at + 2
    return "", at


def lemma_of(token: "Token") -> str:
    """A noun's lemma, lower case; the pipeline keeps some plurals of names."""
    if token.lower_ == "others":
        return "person"
    low = str(token.lemma_).lower()
    if (
        low == token.lower_
        and low.endswith("s")
        and token.tag_ in ("NNPS", "NNS")
        and len(low) > 3
        and not low.endswith("ss")
    ):
        low = low[:-1]
    low = _LETTERS.match(low).group() or low  # type: ignore[union-attr]
    return {"people": "person", "persons": "person", "others": "person", "basis": "base"}.get(low, low)


def noun_phrase(doc: "Doc", at: int) -> Phrase:
    """The noun phrase that goes on from token ``at``: "[12] Ukrainian soldiers", "[hundreds] of people"."""
    part = False
    share = at < len(doc) and doc[at].lower_ == "of"
    if share:
        after = at + 1
        if after < len(doc) and doc[after].lower_ in _PRONOUNS:
            return Phrase(None, (), after + 1, part=True)
        if after < len(doc) and doc[after].pos_ in ("DET", "PRON"):
            part, after = doc[after].pos_ == "DET" or doc[after].tag_ == "PRP$", after + 1
        while after < len(doc) and doc[after].pos_ == "NUM":
            after += 1
        at = after
    if (
        at + 1 < len(doc)
        and doc[at].lower_ == "-"
        and not doc[at].whitespace_
        and at
        and not doc[at - 1].whitespace_
    ):
        return Phrase(doc[at + 1], (), at + 2)  # "a 16-term senator" has sixteen terms
    head, modifiers, i = None, [], at
    while i < min(len(doc), at + _LONGEST):
        token = doc[i]
        if token.lower_ in ("-", "–") and i > at and not doc[i - 1].whitespace_ and not token.whitespace_:
            i += 1
            continue
        if token.lower_ in people.GENERIC or token.lower_ in ("others", "lives", "victims", "casualties"):
            head, i = token, i + 1
            break
        if share and token.tag_ == "POS" and head is not None:
            after = next((n for n in range(i + 1, len(doc)) if doc[n].pos_ != "NUM"), len(doc))
            if _noun_follows(doc, after):
                # "two of the school's teachers" are teachers
                head, i = None, after
                continue
        if not _inside(doc, i):
            break
        if token.pos_ in ("NOUN", "PROPN"):
            if head is not None:
                modifiers.append(head)
            head = token
        elif head is not None:
            if head.pos_ != "PROPN" or not _noun_follows(doc, i + 1):
                break
            # "two Marine anti-terrorist teams"
            modifiers += [head, token]
            head = None
        else:
            modifiers.append(token)
        i += 1
    end = head.i + 1 if head is not None else at
    names = [lemma_of(m) for m in modifiers if head is not None and m.pos_ != "ADV"]
    return Phrase(head, tuple(n for n in names if n not in _SKIP and n.isalpha()), end, part)


def _inside(doc: "Doc", i: int) -> bool:
    """Whether the token can stand in a noun phrase before or at its head."""
    token = doc[i]
    following = doc[i + 1].pos_ if i + 1 < len(doc) else ""
    if token.pos_ in ("NOUN", "PROPN"):
        # a noun of another phrase: "in [2] Monday", a possessor, a time
        return token.ent_type_ not in ("DATE", "TIME") or token.dep_ not in ("npadvmod",)
    if token.pos_ == "ADJ" or token.tag_ in ("JJ", "JJR", "JJS"):
        return following in ("NOUN", "PROPN", "ADJ", "PUNCT", "CCONJ", "VERB") and _noun_follows(doc, i + 1)
    if token.tag_ in ("VBN", "VBG"):
        return token.dep_ == "amod" and _noun_follows(doc, i + 1)
    return token.pos_ == "ADV" and following in ("ADJ", "VERB") and _noun_follows(doc, i + 1)


def _noun_follows(doc: "Doc", i: int) -> bool:
    for token in doc[i : i + 4]:
        if token.pos_ in ("NOUN", "PROPN"):
            return True
        if token.pos_ not in ("ADJ", "PUNCT", "VERB", "ADV") or token.text in (",", ";", ":"):
            return False
    return False


def _state(doc: "Doc", start: int, phrase: Phrase, noun: str) -> str:
    return (
        _state_of_noun(doc, start, phrase, noun)
        or _state_after(doc, phrase.end)
        or _state_of_both(doc, phrase)
        or _state_before(doc, start)
        or _state_of_toll(doc, start, phrase)
        or _state_of_whole(doc, start)
    )


def _state_of_noun(doc: "Doc", start: int, phrase: Phrase, noun: str) -> str:
    for modifier in phrase.modifiers:
        if modifier in people.ADJECTIVES:
            return people.ADJECTIVES[modifier]
    if noun in people.NOUNS:
        return people.NOUNS[noun]
    if noun == "body":
        return "dead"
    if noun == "life":
        near = {t.lemma_.lower() for t in doc[max(0, start - 3) : start]} | {
            t.lemma_.lower() for t in doc[phrase.end : phrase.end + 4]
        }
        return "dead" if near & _TAKES_LIVES else "rescued" if "save" in near else ""
    return ""


def _state_after(doc: "Doc", at: int) -> str:
    """ "12 [people] were killed", "12 dead", "12 are still missing", "12 people who died"."""
    for token in doc[at : at + 7]:
        if token.lower_ in people.ADJECTIVES and token.lower_ not in people.FORMS:
            return people.ADJECTIVES[token.lower_]
        state, befalls = people.state_of_verb(token.lemma_.lower(), token.lower_)
        if state and not (befalls and _active(token)):
            return state
        if token.lower_ in ("in", "aboard", "on") and token.i == at:
            return ""
        if token.lemma_.lower() not in _BETWEEN and token.pos_ not in ("ADV", "AUX"):
            return ""
    return ""


def _state_of_both(doc: "Doc", phrase: Phrase) -> str:
    """ "four civilians and 11 troops were killed", "killing four civilians and 11 troops"."""
    at = phrase.end
    if phrase.head is None:
        return ""
    if at + 1 < len(doc) and doc[at].lower_ == "and" and doc[at + 1].pos_ == "NUM":
        other = noun_phrase(doc, at + 2)
        if other.head is not None and lemma_of(other.head) in people.PERSONS:
            return _state_after(doc, other.end)
    if phrase.head.dep_ == "conj" and phrase.head.head.dep_ == "dobj":
        verb = phrase.head.head.head
        state, befalls = people.state_of_verb(verb.lemma_.lower(), verb.lower_)
        return state if befalls else ""
    return ""


def _state_of_whole(doc: "Doc", start: int) -> str:
    """ "12 people were killed, including three children"."""
    if start < 3 or doc[start - 1].lower_ not in ("including", "them", "include"):
        return ""
    for token in reversed(doc[max(0, start - 14) : start]):
        state, _ = people.state_of_verb(token.lemma_.lower(), token.lower_)
        state = state or people.ADJECTIVES.get(token.lower_, "")
        if state:
            return state
    return ""


def _active(token: "Token") -> bool:
    """Whether a verb that befalls its object has one of its own, so that its subject did it."""
    if token.tag_ == "VBG" or any(c.dep_ in ("dobj", "obj") for c in token.children):
        return not any(c.dep_ == "auxpass" for c in token.children)
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return token.tag_ in ("VBZ", "VBP", "VB") and following is not None and following.pos_ != "PUNCT"


def _state_before(doc: "Doc", start: int) -> str:
    """ "killed 12", "injuring at least 12", "left 12 dead" is found after the figure."""
    i = start - 1
    while i >= 0 and doc[i].lower_ in ("the", "another", "a", "these", "those", "all", "up", "to", "further"):
        i -= 1
    if i < 0 or doc[i].lower_ in ("to",):
        return ""
    if (
        i
        and doc[i].lower_ == "of"
        and doc[i - 1].lower_ in ("body", "bodies", "remains", "corpses", "deaths")
    ):
        return "dead"
    state, befalls = people.state_of_verb(doc[i].lemma_.lower(), doc[i].lower_)
    passive = any(c.dep_ == "auxpass" for c in doc[i].children)
    return state if befalls and not passive and doc[i].pos_ in ("VERB", "NOUN", "ADJ") else ""


def _state_of_toll(doc: "Doc", start: int, phrase: Phrase) -> str:
    """ "the death toll rose to 12", "the number of injured stood at 30"."""
    if phrase.head is not None and lemma_of(phrase.head) not in people.PERSONS:
        return ""
    before = doc[max(0, start - 9) : start]
    words = [t.lower_ for t in before]
    if not words or words[-1] not in (
        "to",
        "at",
        "of",
        "is",
        "was",
        "reached",
        "hit",
        "passed",
        "past",
        "from",
        ":",
        "exceeded",
        "by",
    ):
        return ""
    for i in range(len(words) - 1, -1, -1):
        if words[i] in (",", ";", ".", "and"):
            return ""
        if words[i] == "toll":
            kind = words[i - 1] if i else ""
            return (
                "injured"
                if kind.startswith("injur")
                else "casualty"
                if kind.startswith("casualt")
                else "dead"
            )
        if words[i] in people.NOUNS and "number" in words[:i]:
            return people.NOUNS[words[i]]
        single = words[i].removesuffix("s") if words[i].endswith("s") else words[i]
        if single in people.NOUNS and "number" in words[:i]:
            return people.NOUNS[single]
    return ""

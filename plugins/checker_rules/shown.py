"""The words by which a finding tells what an account lacks or has alone: clear in one sentence, and true to the text.

A statement is told in its own words where these can stand alone, with whoever is said to have said them. Where a cut
left them without an end, other words were put into the middle or nobody knows who said them, the sentence itself is
shown, in quotation marks: it may say more, but never another thing.
"""

import re
from collections.abc import Sequence

from checker.models.language import Word
from checker.rules.sentence_pairs import sentence_words
from checker.rules.vocabulary import StatementView
from checker_rules.attributed import said_by
from checker_rules.slots import head_index

LONGEST = 300  # characters; a sentence of news is seldom longer
_REFERENT = 4  # words at the beginning that may stand for a pronoun
# what may follow a clause that is whole
_ENDS = (",", ";", ".", ":", "!", "?", "—", "–", "-", ")", "”", '"', "’", "'")
_FINISHED = ("…", "?", "!", ".”", '."', "?”", '?"', "!”", '!"')
_CONDITION = re.compile(r"(?:^|\W)(?:if|unless|whether)\W*$")
_CUT_WITH = re.compile(r"\bwith [^,]+(?:,[^,]+)?$")
_PARTICIPLE = re.compile(r", (?:not )?[a-z]+ing\b")
_LOOK = 14  # characters
_MARKS = frozenset('“”"')
# what may stand before the first word of a clause and hang on another
_SUBJECTS = ("nsubj", "nsubjpass")
_BEFORE = frozenset({"PUNCT", "CCONJ", "SCONJ", "SYM", "INTJ", "SPACE"})
_LINKS = frozenset(
    "and but when after as while because before since though although who which where or".split()
)
# words that announce what somebody says, which is then missing
_ANNOUNCE = frozenset(
    "said says say added adds told tells asked asks wondered wonders wrote writes reported reports claimed claims "
    "argued argues noted notes explained announced warned recalled continued confirmed insisted testified stated "
    "acknowledged admitted alleged suggested".split()
)


def what(statement: StatementView) -> str:
    """The statement as a sentence of the finding."""
    words, said = shortened(statement.text.rstrip(".")), said_by(statement)
    unsure = said is None or any(
        part(statement) for part in (_under_if, _dated_by_another, _of_another, _one_of_two)
    )
    stand = not unsure and (statement.quoted or stands(statement))
    if not stand:
        shown = _in_marks(_sentence(statement))
        if said and shown.lstrip("“").startswith("…"):
            shown = f"{shown}, according to {said}"
    else:
        shown = f"“{words}”" if statement.quoted else words[:1].upper() + words[1:]
        if said:
            # whose words they are is half of what is told
            whose = _whose(said, words, statement.modality == "")
            shown = f"{shown.rstrip('?!')}, {whose}" if whose else shown
    return shown if shown.endswith(_FINISHED) else shown + "."


def _whose(said: str, words: str, done: bool) -> str:
    """What tells whose words they are; what somebody says to have done is his own account, a plan of his needs none."""
    name = said.split()[-1]
    if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words):
        return f"according to {said}"
    who = said if said.startswith("the ") else name
    return f"by {who}{'’' if who.endswith('s') else '’s'} own account" if done else ""


def stands(statement: StatementView) -> bool:
    """Whether the statement's words are an unbroken, finished part of its sentence, a restored subject apart."""
    sentence = " ".join(statement.sentence.text.split())
    words = statement.text.rstrip(".").split()
    if not words or words[-1].lower() in _ANNOUNCE or not _clause(statement) or not _deed_told(statement):
        return False
    if _misread(statement) or _without_words(statement):
        return False
    end = _end(sentence, words[min(_REFERENT, len(words) // 2) :])
    if end < 0:
        return False
    rest = sentence[end:].strip()
    if _CUT_WITH.search(" ".join(words)) and _PARTICIPLE.match(rest):
        # "with one senator, an independent" lacks "not saying whom he will join"
        return False
    return not rest or rest.startswith(_ENDS) or rest.split()[0].lower().strip(",") in _LINKS


def _under_if(statement: StatementView) -> bool:
    """Whether the word before it makes it a condition: "if she wants a vote" says nothing of what she wants."""
    before = statement.document.text[max(0, statement.span.start - _LOOK) : statement.span.start]
    return _CONDITION.search(before.lower()) is not None


def _one_of_two(statement: StatementView) -> bool:
    """Whether it is one of two things that may come: "it closes on Friday or the talks will go on" tells neither."""
    words = sentence_words(statement.sentence)
    at = next((n for n, w in enumerate(words) if w.span == statement.predicate_span), -1)
    if at < 0:
        return False
    first = head_index(words, at) if words[at].dep == "conj" else at
    joined = [
        n
        for n, w in enumerate(words)
        if n == first or (w.dep == "conj" and w.pos in ("VERB", "AUX") and head_index(words, n) == first)
    ]
    either = any(w.text.lower() == "or" and head_index(words, n) in joined for n, w in enumerate(words))
    return either and any(not statement.span.contains(words[n].span) for n in joined)


def _of_another(statement: StatementView) -> bool:
    """Whether the "it" that words begin with may be another thing than who says them: "the dam is old; Moe says it"."""
    named = bool(statement.speaker) and not statement.quoted
    if not named or statement.subject.lower() != "it" or statement.predicate.startswith("be_"):
        return False
    before = [w for w in sentence_words(statement.sentence) if w.span.end <= statement.span.start]
    return sum(w.dep in _SUBJECTS and w.pos in ("NOUN", "PROPN") for w in before) > 1


def _dated_by_another(statement: StatementView) -> bool:
    """Whether its time stands outside of it: "the worst flood since 1953, when nine drowned" is not of this flood."""
    words = sentence_words(statement.sentence)
    at = next((n for n, w in enumerate(words) if w.span == statement.predicate_span), -1)
    seen = {-1}
    while at not in seen:
        seen.add(at)
        below = [n for n in range(at) if head_index(words, n) == at and words[n].text.lower() == "when"]
        if below:
            return _after_a_time(statement, words[: below[0]])
        at = head_index(words, at) if words[at].dep == "conj" else -1
    return False


def _after_a_time(statement: StatementView, words: Sequence[Word]) -> bool:
    """Whether the last of the words is a date that the statement lacks."""
    last = next((w for w in reversed(words) if w.pos != "PUNCT"), None)
    dated = last is not None and any(d.span.overlaps(last.span) for d in statement.sentence.dates)
    return dated and last is not None and not statement.span.contains(last.span)


def _deed_told(statement: StatementView) -> bool:
    """Whether the verb is among the words: "his call to use the guard in Washington, D.C." lacks "had worked"."""
    verb = statement.predicate_span
    if verb is None or statement.predicate.split("_")[0] in ("be", "have", "do"):
        return True
    begins = {verb.of(statement.document.text).lower()[:3], statement.predicate.lower()[:3]}
    return any(w.lower().strip("“”\"'(),.;:?!")[:3] in begins for w in statement.text.split())


def _misread(statement: StatementView) -> bool:
    """Whether the verb is none of the subject's: "Correct the Record", "letters said to be his", "in Oslo, which"."""
    place = statement.predicate_span
    if place is None:
        return False
    verb, first = place.of(statement.document.text), statement.sentence.span.start
    if (
        verb[:1].isupper()
        and place.start > first
        and statement.document.text[first : place.start].strip(" “\"'")
    ):
        return True
    before = [w for w in sentence_words(statement.sentence) if w.span.end <= statement.span.start]
    if statement.form == "conjunct" and before and before[-1].pos in ("NOUN", "PROPN"):
        return True
    # "a plant in Dresden, which will create jobs": of the place or of what stands there
    nouns = [w for w in before if w.pos != "PUNCT"][-1:]
    return statement.form == "relative" and any(w.pos == "PROPN" and w.dep == "pobj" for w in nouns)


def _without_words(statement: StatementView) -> bool:
    """Whether it says that somebody spoke and leaves out the words: "the governor countered in a statement"."""
    return any(
        q.value.direct and q.value.cue == statement.predicate and not q.span.overlaps(statement.span)
        for q in statement.sentence.quotes
    )


def _clause(statement: StatementView) -> bool:
    """Whether the statement's first word belongs to a verb inside it: "had worked" stands outside of "his call to act".

    A relative clause after a name, or the beginning of a sentence that was taken for its end, is no clause.
    """
    words = sentence_words(statement.sentence)
    inside = [n for n, w in enumerate(words) if statement.span.contains(w.span)]
    at = next((n for n in inside if words[n].pos not in _BEFORE), -1)
    seen = {-1}
    while at not in seen and words[at].pos not in ("VERB", "AUX"):
        seen.add(at)
        above = head_index(words, at)
        at = above if above in inside else -1
    if at >= 0 and words[at].pos not in ("VERB", "AUX"):
        # the parser took the subject for the sentence's root: "China, one of its allies, abstained"
        deed = statement.predicate_span
        below = [
            n for n in inside if deed is not None and words[n].span == deed and head_index(words, n) == at
        ]
        at = below[0] if below and words[below[0]].pos in ("VERB", "AUX") else -1
    # "his call to use the guard" is no clause of its own
    return at >= 0 and not (at and words[at - 1].pos == "PART" and words[at - 1].lemma == "to")


def _end(sentence: str, words: list[str]) -> int:
    """Where the words end in the sentence, -1 if they do not stand there; one aside between marks may be left out."""
    if (at := sentence.find(core := " ".join(words))) >= 0:
        return at + len(core)
    for n in range(1, len(words)):
        first, then = re.escape(" ".join(words[:n]).removesuffix(",")), re.escape(" ".join(words[n:]))
        found = re.search(
            rf"{first}(?:, (?!and |but |or )[^,]+,| \([^)]+\)| [–—-]+ [^–—]+ [–—-]+) {then}", sentence
        )
        if found:
            return found.end()
    return -1


def _sentence(statement: StatementView) -> str:
    """The statement's sentence; of a long one the part that holds the statement, or its beginning."""
    text, start = statement.sentence.text, statement.sentence.span.start
    first, last = statement.span.start - start, statement.span.end - start
    left_out = ""
    if len(text.strip()) > LONGEST and last > LONGEST - 3 and first > 0:
        text, left_out = text[first:], "… "
    return left_out + shortened(text.strip().rstrip("."), LONGEST - len(left_out))


def _in_marks(words: str) -> str:
    """The words in quotation marks, unless they have such marks of their own."""
    inner = words.removeprefix("“").removesuffix("”")
    return words if _MARKS & {*inner} else f"“{inner}”"


def shortened(words: str, most: int = LONGEST) -> str:
    """At most so many characters, cut between words."""
    return words if len(words) <= most else words[: most - 3].rsplit(" ", 1)[0] + " …"


def verb_start(words: Sequence[Word], at: int) -> int:
    """The place of the first auxiliary or "not" that belongs to a verb: of "would" in "would probably not appeal"."""
    first = at
    while at > 0 and (words[at - 1].pos in ("AUX", "PART") or words[at - 1].dep in ("neg", "advmod")):
        at -= 1
        first = at if words[at].dep != "advmod" else first
    return first

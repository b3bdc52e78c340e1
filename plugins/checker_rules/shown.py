"""The words by which a finding tells what an account lacks or has alone: clear in one sentence, and true to the text.

A statement is told in its own words where these can stand alone. Where a cut left them without an end, or other words
were put into the middle, the sentence itself is shown, in quotation marks: it may say more, but never another thing.
"""

import re

from checker.rules.vocabulary import StatementView

LONGEST = 300  # characters; a sentence of news is seldom longer
_REFERENT = 4  # words at the beginning that may stand for a pronoun
# what may follow a clause that is whole
_ENDS = (",", ";", ".", ":", "!", "?", "—", "–", "-", ")", "”", '"', "’", "'")
_LINKS = frozenset(
    "and but when after as while because before since though although who which where or".split()
)
# words that announce what somebody says, which is then missing
_ANNOUNCE = frozenset(
    "said says say added adds told tells asked asks wondered wonders wrote writes reported reports claimed claims "
    "argued argues noted notes explained announced warned recalled continued".split()
)


def what(statement: StatementView) -> str:
    """The statement as a sentence of the finding."""
    words = shortened(statement.text.rstrip("."))
    if statement.quoted:
        shown = f"“{words}”"
    elif stands(statement):
        shown = words[:1].upper() + words[1:]
    else:
        shown = f"“{_sentence(statement)}”"
    return shown if shown.endswith("…") else shown + "."


def stands(statement: StatementView) -> bool:
    """Whether the statement's words are an unbroken, finished part of its sentence, a restored subject apart."""
    sentence = " ".join(statement.sentence.text.split())
    words = statement.text.rstrip(".").split()
    if not words or words[-1].lower() in _ANNOUNCE:
        return False
    end = _end(sentence, words[min(_REFERENT, len(words) // 2) :])
    if end < 0:
        return False
    rest = sentence[end:].strip()
    return not rest or rest.startswith(_ENDS) or rest.split()[0].lower() in _LINKS


def _end(sentence: str, words: list[str]) -> int:
    """Where the words end in the sentence, -1 if they do not stand there; one aside between marks may be left out."""
    if (at := sentence.find(core := " ".join(words))) >= 0:
        return at + len(core)
    for n in range(1, len(words)):
        first, then = re.escape(" ".join(words[:n])), re.escape(" ".join(words[n:]))
        found = re.search(rf"{first}(?:, [^,]+,| \([^)]+\)| [–—-]+ [^–—]+ [–—-]+) {then}", sentence)
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
    return left_out + shortened(text.strip().rstrip(".").strip("“”"), LONGEST - len(left_out))


def shortened(words: str, most: int = LONGEST) -> str:
    """At most so many characters, cut between words."""
    return words if len(words) <= most else words[: most - 3].rsplit(" ", 1)[0] + " …"

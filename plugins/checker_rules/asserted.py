"""Words that make of what a verb tells no fact: it is wanted, only possible, or was not done; questions."""

import re

from checker.models.text import Span
from checker.rules.vocabulary import SentenceView

MODALS = frozenset("may might could would should can must ought".split())
# verbs and nouns of what is wanted, feared, expected or tried
WANTED = frozenset(
    "ask want demand urge seek hope plan expect threaten try fear call request consider doubt warn aim intend attempt "
    # "hoping" is a form of "hop" for the tagger
    "hop propose push press wish vow promise offer need prepare invite forecast predict".split()
)
# what turns round what hangs on it
UNDONE = frozenset({"refuse", "fail", "decline", "deny", "unable", "without"})


_QUOTES = "”\"'"
# what closes a sentence of a speech, which goes on in one quotation
_CLOSES = re.compile(rf"([.?!])[{_QUOTES}]*(?=\s|$)")


def asks(sentence: SentenceView, place: Span | None = None) -> bool:
    """Whether a sentence is a question, or the one of a quotation's sentences in which a place is."""
    if sentence.text.rstrip(_QUOTES).endswith("?"):
        return True
    if place is None or not any(q.value.direct and q.span.contains(place) for q in sentence.quotes):
        return False
    closed = _CLOSES.search(sentence.text, place.end - sentence.span.start)
    return closed is not None and closed[1] == "?"

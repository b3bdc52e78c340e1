"""Where words of a quotation stand in its account, to mark them and to show them."""

from collections.abc import Iterator

from checker.models.language import QuoteValue
from checker.models.text import Span
from checker.rules.vocabulary import DocumentView, MentionView, Place
from checker_rules.quote_words import Token


def place_of(quote: MentionView[QuoteValue], words: list[Token]) -> Place:
    """The sentence of a quotation with the words marked, or the whole of it where there are none."""
    around = quote.document.enclosing(quote.span)
    marks = tuple(dict.fromkeys(joined(words))) or (quote.span,)
    return Place(quote.document, around.start, around.end, marks)


def joined(words: list[Token]) -> Iterator[Span]:
    """Neighbouring words as one mark."""
    start = end = None
    for token in sorted(words, key=lambda t: (t.span.start, t.span.end)):
        if end is not None and token.span.start <= end + 1:
            end = max(end, token.span.end)
            continue
        if start is not None and end is not None:
            yield Span(start=start, end=end)
        start, end = token.span.start, token.span.end
    if start is not None and end is not None:
        yield Span(start=start, end=end)


def words_of(document: DocumentView, words: list[Token]) -> str:
    """The words as the account writes them, with dots where some stand between."""
    return " … ".join(s.of(document.text) for s in joined(words))

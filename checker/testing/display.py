"""A failed case as an author reads it: the texts with expected and found places underlined."""

from unicodedata import combining, east_asian_width

from checker.testing.case import Places, ReadCase

WIDTH = 88


def shown(case: ReadCase, found: Places) -> str:
    """Every text behind its name, below it what was expected (``^``) and what was found (``~``).

    Long texts are broken between words; an empty place is one sign under the character it stands before.
    """
    gutter = max(len("expected"), *(len(name) for name in case.texts))
    lines = []
    for name, text in case.texts.items():
        # one character for one, so that places stay where they are
        flat = "".join(" " if c.isspace() else c for c in text)
        pieces = _pieces(flat)
        label = name
        for start, end in pieces:
            lines.append(f"  {label:>{gutter}} | {flat[start:end].rstrip()}")
            label = ""
            for sign, what, places in (("^", "expected", case.places), ("~", "found", found)):
                spans = sorted((a, b) for of, a, b in places if of == name)
                last = end == len(flat)
                if line := _underlined(flat, start, end, spans, sign, last):
                    lines.append(f"  {what:>{gutter}} | {line}")
    return "\n".join(lines)


def _pieces(text: str) -> list[tuple[int, int]]:
    """Start and end of each line of the text, broken after a space where it can be."""
    pieces, start = [], 0
    while len(text) - start > WIDTH:
        at = text.rfind(" ", start, start + WIDTH)
        end = at + 1 if at > start else start + WIDTH
        pieces.append((start, end))
        start = end
    return [*pieces, (start, len(text))]


def _underlined(text: str, start: int, end: int, spans: list[tuple[int, int]], sign: str, last: bool) -> str:
    """The signs below the piece of the text from ``start`` to ``end``; empty when no span touches it."""
    marked: set[int] = set()
    for a, b in spans:
        if a < b:
            marked |= set(range(max(a, start), min(b, end)))
        elif start <= a < end or (last and a == end):
            marked.add(a)
    if not marked:
        return ""
    # a wide character takes two columns, a combining one none
    line = ((sign if at in marked else " ") * _columns(text[at]) for at in range(start, end))
    return ("".join(line) + sign * (end in marked)).rstrip()


def _columns(character: str) -> int:
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1

"""Cards of headlines that a page opens at a person's name, run into the sentence when the page was copied.

Of "Sen. Ana Lind", with a link on the name, a copy makes "Sen. Ana Lind Ana (Annie) Maria LindHarbour vote put off
Storm shuts schools MORE": the name again in full, glued to headlines of other stories, closed by the card's button.
"""

import re

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_SUFFIX = r"(?:,?[ ](?:Jr|Sr)\.|[ ](?:I{2,3}|IV)(?!\w))?"
_OPENING = re.compile(
    rf"(?<![\w’'-])(?P<name>[{_CAPITAL}][\w’'.-]*\w){_SUFFIX}"
    rf"(?P<card>[ ]*(?:(?:\([^()\n]{{1,25}}\)|[{_CAPITAL}][\w’'-]*\.?|de|la|van|von|der|al|el|bin)[ ]+){{1,7}}?"
    rf"(?P<again>(?P=name)){_SUFFIX})(?=(?P<gap>[ ]?)[{_CAPITAL}0-9\"“‘'(#$])"
)
_BUTTON = re.compile(r"(?<=[ ])MORE(?![\w-])")
_GLUED = re.compile(rf"[a-z][{_CAPITAL}0-9\"“‘]")
_SENTENCES = re.compile(rf"[a-z]{{3}}[.!?]['\"”’]*[ ]+[\"“‘']?[{_CAPITAL}]")
_LONGEST = 1500  # characters of one card: seldom more than three headlines


def without_link_cards(text: str) -> str:
    """The text with such cards made spaces: the same length, the visible name and what follows it untouched."""
    parts: list[str] = []
    done = 0
    for button in _BUTTON.finditer(text):
        first = max(done, text.rfind("\n", 0, button.start()) + 1, button.start() - _LONGEST)
        start = _start(text, first, button.start())
        if start is not None:
            parts += (text[done:start], " " * (button.end() - start))
            done = button.end()
    return "".join((*parts, text[done:]))


def _start(text: str, first: int, end: int) -> int | None:
    """Where the card that ends at ``end`` begins: behind the visible name; ``None`` when there is no card."""
    found = _OPENING.search(text, first, end)
    if found is None:
        return None
    # "Ana Lind Ana Maria Lind": the given name comes again before the surname does
    while (later := _OPENING.search(text, found.end("name"), end)) and later.start() < found.end("card"):
        found = later
    card = text[found.start("card") : end]
    if 2 * sum(c.islower() for c in card) < len(card):
        return None  # a text in capitals
    glued = not found["gap"]
    if not glued and _SENTENCES.search(card):
        return None
    if not glued and _GLUED.search(text, found.end("again"), min(end, found.end("again") + 40)):
        # "Ana Lind Ana Maria Lind-BergHarbour": only the given name is the same
        return found.start("again")
    return found.start("card")

"""A failed case as an author reads it: the texts with expected and found places underlined."""

from checker.testing.case import Places, ReadCase


def shown(case: ReadCase, found: Places) -> str:
    """Every text, its expected places underlined with ``^``, the found ones with ``~``."""
    lines = []
    for name, text in case.texts.items():
        lines.append(f"  {name}: {text.replace(chr(10), ' ')}")
        for sign, what, places in (("^", "expected", case.places), ("~", "found", found)):
            spans = sorted((start, end) for of, start, end in places if of == name)
            if spans:
                lines.append(f"  {' ' * len(name)}  {_underlined(spans, sign)}  {what}")
    return "\n".join(lines)


def _underlined(spans: list[tuple[int, int]], sign: str) -> str:
    line = [" "] * max(max(end, start + 1) for start, end in spans)
    for start, end in spans:
        # an empty span is a place: one sign under the character it stands before
        for at in range(start, max(end, start + 1)):
            line[at] = sign
    return "".join(line)

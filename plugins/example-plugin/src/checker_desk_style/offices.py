"""An annotator: the office that an account gives a named person, before the name or set off after it.

A mention of the kind ``office`` covers the words of the office; its value's ``data`` has ``holder`` (entity key),
``bench`` (offices of one bench exclude each other), ``fields`` and ``degree`` ("", deputy, acting, ...).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from checker import Mention, NameValue, OtherValue, Span

if TYPE_CHECKING:
    from checker.models.text import Document
    from checker.protocols import Parsed

KIND = "office"
# field -> how news calls it; where countries or translators differ in the word, the words are one field
FIELDS = {
    "foreign": "foreign affairs|foreign|external affairs|international affairs",
    "defence": "national defen[cs]e|defen[cs]e",
    "interior": "home affairs|internal affairs|interior|home",
    "homeland security": "homeland security",
    "finance": "finance|financial|treasury|econom(?:y|ic affairs|ics)",
    "justice": "justice|law",
    "health": "health and human services|health",
    "education": "higher education|education|schools?",
    "energy": "energy|oil|petroleum",
    "transport": "transport(?:ation)?|transports",
    "agriculture": "agriculture|farm|food",
    "environment": "environment|climate(?: change)?",
    "labour": "labou?r|employment|work and pensions|work",
    "trade": "(?:international )?trade|commerce|business|industry",
    "culture": "culture",
    "housing": "housing(?: and urban development)?",
    "immigration": "immigration|migration",
    "veterans affairs": "veterans affairs",
}
# other offices: bench, field and degree of each
OTHERS = {
    "prime minister": ("premier", "prime minister", ""),
    "deputy prime minister": ("premier", "prime minister", "deputy"),
    "president": ("president", "president", ""),
    "vice president": ("president", "president", "vice"),
    "vice-president": ("president", "president", "vice"),
    "governor": ("governor", "governor", ""),
    "gov.": ("governor", "governor", ""),
    "lieutenant governor": ("governor", "governor", "lieutenant"),
    "lt. gov.": ("governor", "governor", "lieutenant"),
    "attorney general": ("attorney", "attorney general", ""),
    "deputy attorney general": ("attorney", "attorney general", "deputy"),
    "solicitor general": ("attorney", "solicitor general", ""),
    "senator": ("chamber", "senator", ""),
    "sen.": ("chamber", "senator", ""),
    "representative": ("chamber", "representative", ""),
    "rep.": ("chamber", "representative", ""),
    "congressman": ("chamber", "representative", ""),
    "congresswoman": ("chamber", "representative", ""),
}
_FIELD = "|".join(f"(?:{words})" for words in FIELDS.values())
_DEGREE = "acting|interim|caretaker|deputy|vice|junior|assistant|associate|principal|first"
# not the office that the person has now
_NOT_NOW = (
    "former|ex|then|late|one-time|onetime|previous|future|incoming|outgoing|shadow|would-be|state|local"
)
_CABINET = (
    rf"(?:(?P<one>{_FIELD})(?:(?:,| and|/) ?(?P<two>{_FIELD}))? (?:minister|secretary)"
    rf"|(?:minister|secretary) (?:(?P<junior>of state )?for|of)(?: the)? (?P<three>{_FIELD})"
    rf"(?:(?:,| and) (?P<four>{_FIELD}))?"
    r"|(?P<state>secretary of state)(?! for))"
)
_OTHER = "|".join(re.escape(title) for title in sorted(OTHERS, key=len, reverse=True))
_OFFICE = (
    rf"(?P<notnow>(?:{_NOT_NOW})[ -])?"
    rf"(?P<office>(?:(?P<degree>{_DEGREE})[ -])*(?:{_CABINET}|(?P<other>{_OTHER})))"
)
_BEFORE = re.compile(rf"(?<![\w-]){_OFFICE}(?P<comma>,)? $", re.IGNORECASE)
# "Ana Silva, the Portovian foreign minister," and not "Ana Silva, Foreign Minister Ben Costa and ..."
_AFTER = re.compile(
    rf"\s?[,(] ?(?:(?:the|its|their|a) )?(?:[^\W\d_][\w.-]*(?:['’]s?)? ){{0,2}}?{_OFFICE}(?=\s?[,.;:)]|$| since| who)",
    re.IGNORECASE,
)
_REACH = 90


class OfficeAnnotator:
    """Finds offices of named people; no grammar is needed, only the names that were found before."""

    name = "desk-style-offices"

    def __call__(
        self, document: "Document", parsed: "Sequence[Parsed]", found: Sequence[Mention]
    ) -> Iterable[Mention]:
        """One mention an office, in the order of the names."""
        sentences = {p.sentence.index: p.sentence.span for p in parsed}
        for name in found:
            value = name.value
            if isinstance(value, NameValue) and value.kind == "person" and not value.pronoun:
                yield from _offices(document.text, name, value.entity, sentences[name.sentence])


annotate_offices = OfficeAnnotator()


def _offices(text: str, name: Mention, holder: str, sentence: Span) -> Iterator[Mention]:
    start = max(sentence.start, name.span.start - _REACH)
    before = _BEFORE.search(text[start : name.span.start])
    closed = text[name.span.end : name.span.end + 1] in {",", ".", ")", ""}
    if before and (closed or not before["comma"]):
        yield from _mention(before, start, name, holder)
    end = min(sentence.end, name.span.end + _REACH)
    after = _AFTER.match(text[name.span.end : end])
    if after:
        yield from _mention(after, name.span.end, name, holder)


def _mention(found: re.Match[str], offset: int, name: Mention, holder: str) -> Iterator[Mention]:
    if found["notnow"]:
        return
    degree = (found["degree"] or "").lower()
    if found["other"]:
        bench, field, own = OTHERS[found["other"].lower()]
        fields, degree = [field], own or degree
    elif found["state"]:
        bench, fields = "cabinet", ["foreign"]
    else:
        bench = "cabinet"
        fields = sorted({_field(found[g]) for g in ("one", "two", "three", "four") if found[g]})
        degree = degree or (
            "junior" if found["junior"] and found["office"].lower().startswith("minister") else ""
        )
    start, end = found.span("office")
    yield Mention(
        kind=KIND,
        span=Span(start=offset + start, end=offset + end),
        text=found["office"],
        value=OtherValue(data={"holder": holder, "bench": bench, "fields": fields, "degree": degree}),
        sentence=name.sentence,
    )


def _field(words: str) -> str:
    return next(field for field, pattern in FIELDS.items() if re.fullmatch(pattern, words, re.IGNORECASE))

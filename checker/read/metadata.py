"""What the source of a page says beside its text: the time of publication, and which titles are mere links."""

import html
import re

_OPENING = re.compile(r"<(h[2-6]|p)\b[^>]{0,300}>", re.IGNORECASE)
_LONGEST = 1500
_LINK = re.compile(
    r"<a\b[^>]{0,600}?\bhref\s*=\s*[\"']?(?![\"'#])[^>]{0,600}>(.*?)</a\s*>", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<[^>]*>")
_WORDS = re.compile(r"\w+")
_STAMP = re.compile(
    r"(?:datePublished[\"']\s*:|published_time[\"'][^>]{0,80}content\s*=|"
    r"itemprop\s*=\s*[\"']datePublished[\"'][^>]{0,80}=|<time\b[^>]{0,120}\bdatetime\s*=)"
    r"\s*[\"'](\d{4}-\d{2}-\d{2})[T ]([0-2]\d:[0-5]\d)",
    re.IGNORECASE,
)


def time_of(source: str, date: str) -> str:
    """The time of day (``18:05``) that the page's own stamps give with the ISO date ``date``; else empty."""
    return next((found[2] for found in _STAMP.finditer(source) if found[1] == date), "")


def plain_words(text: str) -> str:
    """The words of a text alone, lower case, for comparison."""
    return " ".join(_WORDS.findall(text.replace("\u00ad", "").casefold()))


def linked_titles(source: str) -> frozenset[str]:
    """The words of headings and paragraphs that are a link to another page and nothing else."""
    found: set[str] = set()
    lower = source.lower()
    if len(lower) != len(source):  # a letter that grows in lower case: places would not fit
        lower = source
    for opening in _OPENING.finditer(source):
        end = lower.find(f"</{opening[1].lower()}", opening.end(), opening.end() + _LONGEST)
        inner = source[opening.end() : max(end, opening.end())]
        links = " ".join(_LINK.findall(inner)) if "href" in inner else ""
        if links and not _WORDS.search(html.unescape(_TAG.sub(" ", _LINK.sub(" ", inner)))):
            found.add(plain_words(html.unescape(_TAG.sub(" ", links))))
    return frozenset(found)

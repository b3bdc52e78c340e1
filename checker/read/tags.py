"""The visible words of an HTML page, however deeply it is nested: no tree is built."""

from typing import Any

from checker.models.text import BlockKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HIDDEN = _words("script style noscript template head nav footer aside form button select svg iframe object")
_INLINE = _words(
    "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup time tt "
    "u var"
)
_HEADINGS = _words("h1 h2 h3 h4 h5 h6")
_VOID = _words("area base br col embed hr img input link meta source track wbr")


def visible_parts(source: str) -> list[tuple[BlockKind, str]]:
    """Blocks of the words a reader of the page would see, menus and forms left out."""
    from lxml import etree  # type: ignore[import-untyped]

    target = _Collector()
    parser = etree.HTMLParser(
        target=target, huge_tree=True, recover=True, encoding="utf-8", remove_comments=True
    )
    try:
        parser.feed(source.encode("utf-8", "replace"))
        parser.close()
    except etree.LxmlError:
        target.flush()
    return target.parts


class _Collector:
    """Receives the parser's events one by one (lxml's parser target interface)."""

    def __init__(self) -> None:
        self.parts: list[tuple[BlockKind, str]] = []
        self._hidden = 0
        self._kind: BlockKind = "paragraph"
        self._words: list[str] = []

    def start(self, tag: Any, attributes: Any) -> None:
        if tag in _HIDDEN:
            self.flush()
            self._hidden += 1
        elif tag not in _INLINE:
            self.flush()
            self._kind = "headline" if tag == "h1" else "heading" if tag in _HEADINGS else self._kind
            if tag == "li":
                self._kind = "bullet"

    def end(self, tag: Any) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
            self._words.clear()
        elif tag not in _INLINE and tag not in _VOID:
            self.flush()
            self._kind = "paragraph"

    def data(self, data: str) -> None:
        if not self._hidden:
            self._words.append(data)

    def flush(self) -> None:
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if words:
            first = self._kind == "headline" and any(kind == "headline" for kind, _ in self.parts)
            self.parts.append(("heading" if first else self._kind, words))

    def close(self) -> None:
        self.flush()

"""The report for a terminal: a sentence a finding, the words of both sides, a summary at the end."""

from collections.abc import Iterable, Iterator

from checker.models.report import Report
from checker.render.quote import Piece, around, quotation
from checker.render.safe import one_line, unobeyed
from checker.render.view import FindingView, Quote, View, counted
from checker.render.wrap import cells, wrap

WIDTH = 100
LESSER = "Lesser differences, seldom worth a line (their words: --output-format html):"
_CODES = {"bold": "1", "dim": "2", "red": "1;31", "yellow": "1;33", "green": "32", "mark": "1;4"}


def render_text(report: Report, *, color: bool = False, width: int | None = None) -> str:
    """The findings in reading order, then what failed, then one line that sums up.

    Differing words stand in ``[[ ]]``, or bold and underlined with ``color``. ``width``: columns, 100 when
    not given, never less than 40.
    """
    return _Writer(View(report), color, max(40, width or WIDTH)).write()


class _Writer:
    def __init__(self, view: View, color: bool, width: int) -> None:
        self.view, self.color, self.width = view, color, width

    def write(self) -> str:
        lines = [line for part in self._parts() for line in (*part, "")]
        # only now: what a line begins with is known when the words are wrapped
        return unobeyed("\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n")

    def _parts(self) -> Iterator[list[str]]:
        view = self.view
        for story in view.stories:
            if story.story is None and not story.findings:
                if view.report.stories:
                    yield [
                        self._paint(f"{story.title}: ", "bold") + ", ".join(a.name for a in story.accounts)
                    ]
                continue
            yield self._wrap(
                [Piece(f"{story.title}: {', '.join(a.name for a in story.accounts)}")], "", style="bold"
            )
            if not story.findings:
                yield ["  Nothing was found here."]
            for finding in story.findings:
                if not finding.lesser:
                    yield self._finding(finding)
            if lesser := [f for f in story.findings if f.lesser]:
                yield self._lesser(lesser)
        if view.aside:
            yield [
                self._paint("Put aside", "bold"),
                *(
                    f"  {f.finding.code} {one_line(f.finding.message)} ({one_line(f.finding.suppressed)})"
                    for f in view.aside
                ),
            ]
        yield from self._failures()
        yield self._summary()

    def _lesser(self, views: list[FindingView]) -> list[str]:
        """A line or two each; the words of every side stand in the other formats."""
        out = [self._paint(LESSER, "bold")]
        for view in views:
            number = f"{view.number}. "
            facts = f" ({view.finding.verdict}, {one_line(view.finding.code)}, {view.percent} %)"
            out += self._wrap([Piece(view.finding.message + facts)], f"  {number}", " " * (len(number) + 2))
        return out

    def _finding(self, view: FindingView) -> list[str]:
        finding = view.finding
        number = f"{view.number}. "
        pad = " " * len(number)
        out = self._wrap([Piece(finding.message)], self._paint(number, "bold"), pad, "bold")
        verdict = self._paint(finding.verdict, "red" if finding.verdict == "fail" else "yellow")
        facts = (finding.severity, one_line(finding.code), finding.category, f"confidence {view.percent} %")
        out.append(f"{pad}{' · '.join((verdict, *facts))}")
        for quote in view.quotes:
            out += self._quote(view, quote, pad)
        for suggestion in finding.suggestions:
            out += self._wrap([Piece(f"suggestion: {suggestion}")], pad)
        return out

    def _quote(self, view: FindingView, quote: Quote, pad: str) -> list[str]:
        evidence = quote.evidence
        where = ""
        if quote.account:
            place = quote.account.place(evidence.span.start)
            where = f"  {one_line(quote.account.document.uri)}{f':{place[0]}' if place else ''}"
        note = f" ({one_line(evidence.note)})" if evidence.note else ""
        head = f"{pad}{self._paint(quote.name, 'bold')} {quote.caption}{note}{self._paint(where, 'dim')}"
        before, after = around(evidence, quote.account.document if quote.account else None)
        if evidence.exact:
            pieces = list(quotation(view.finding, evidence))
        else:
            pieces = [Piece(f"… {before} "), Piece("missing here", marked=True), Piece(f" {after} …")]
        return [head, *self._wrap(pieces, f"{pad}│ ")]

    def _failures(self) -> Iterator[list[str]]:
        report = self.view.report
        if not self.view.incomplete:
            return
        out = [
            self._paint(
                "The check is incomplete: what follows did not run, so findings may be missing.", "red"
            )
        ]
        for failure in report.failures:
            named = " ".join(
                filter(None, (failure.code, failure.plugin and f"({failure.plugin})", failure.target))
            )
            out += self._wrap([Piece(f"{named or 'a stage'}: {failure.error}")], "  ", "    ")
        yield out

    def _summary(self) -> list[str]:
        view = self.view
        aside = f", {len(view.aside)} put aside" if view.aside else ""
        if not view.findings:
            line = f"Nothing was found{aside}: compared {view.compared}."
            style = "yellow" if view.incomplete else "green"
        else:
            found = counted(len(view.findings), "finding")
            line = f"{found} ({view.fails} fail, {view.reviews} review){aside}: compared {view.compared}."
            style = "red" if view.fails else "yellow"
        if skipped := self.view.report.run.skipped:
            line += " Not run: " + "; ".join(f"{code} ({why})" for code, why in sorted(skipped.items())) + "."
        if view.incomplete:
            line += " The check is incomplete."
        return self._wrap([Piece(line)], "", style=style)

    def _paint(self, text: str, style: str) -> str:
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.color and style and text else text

    def _wrap(
        self, pieces: Iterable[Piece], first: str, rest: str | None = None, style: str = ""
    ) -> list[str]:
        """Lines no wider than the terminal: ``first`` before the first one, ``rest`` before the others."""
        rest = first if rest is None else rest
        marks = ("", "") if self.color else ("[[", "]]")
        lines = wrap(pieces, self.width - cells(rest), *marks)
        return [
            (rest if n else first) + "".join(self._paint(r.text, "mark" if r.marked else style) for r in line)
            for n, line in enumerate(lines)
        ]

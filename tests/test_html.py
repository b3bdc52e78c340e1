"""The HTML page as text: self-contained, links with targets, headings in order, enough contrast."""

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import pytest
from factories_report import HOSTILE, REPORTS, document, hostile, many, nothing_found, two_stories, un_vote

from checker.models.report import Report
from checker.models.text import Block, Document, Span
from checker.render import render
from checker.render.safe import one_line
from checker.render.view import View

VOID = {"meta", "br", "hr", "img", "input", "link", "meter"} - {"meter"}


class Page(HTMLParser):
    """Elements with their attributes in order, text by element, ids, and whether tags are balanced."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.stack: list[str] = []
        self.raw: dict[str, str] = {}
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {k: v or "" for k, v in attrs}))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack and self.stack[-1] == tag, f"</{tag}> closes <{self.stack[-1:]}>"
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1] in ("script", "style"):
            self.raw[self.stack[-1]] = self.raw.get(self.stack[-1], "") + data
        else:
            self.text += data

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attrs for tag, attrs in self.elements if tag in tags]


PAGES = {**REPORTS, "many": lambda: many(40), "empty": Report}


@pytest.fixture(scope="module", params=PAGES)
def page(request: pytest.FixtureRequest) -> Page:
    return Page(render(PAGES[request.param](), "html"))


def test_tags_are_balanced(page: Page) -> None:
    assert page.stack == []


def test_ids_are_unique_and_every_link_inside_has_its_target(page: Page) -> None:
    ids = Counter(attrs["id"] for _, attrs in page.elements if "id" in attrs)
    assert [i for i, n in ids.items() if n > 1] == []
    targets = {a["href"][1:] for a in page.all("a") if a["href"].startswith("#")}
    assert targets - set(ids) == set()
    for name in ("aria-labelledby", "aria-controls"):
        assert {attrs[name] for _, attrs in page.elements if name in attrs} - set(ids) == set()


def test_nothing_is_fetched_from_elsewhere(page: Page) -> None:
    assert not page.all(
        "link", "img", "iframe", "object", "embed", "form", "base", "audio", "video", "svg", "input"
    )
    assert not [attrs for _, attrs in page.elements if {"src", "srcset", "style", "background"} & set(attrs)]
    assert "url(" not in page.raw["style"] and "@import" not in page.raw["style"]
    outward = [a for a in page.all("a") if not a["href"].startswith("#")]
    assert all(a["href"].startswith("https://") and "noopener" in a["rel"] for a in outward)


def test_the_policy_allows_our_style_and_script_and_nothing_else(page: Page) -> None:
    policy = next(m["content"] for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    for kind in ("style", "script"):
        digest = b64encode(sha256(page.raw[kind].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert not [k for _, attrs in page.elements for k in attrs if k.startswith("on")]


def test_headings_skip_no_level(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_landmarks_and_names(page: Page) -> None:
    assert len(page.all("main")) == len(page.all("header")) == len(page.all("footer")) == 1
    assert page.all("a")[0]["class"] == "skip"
    assert all("aria-label" in attrs for attrs in page.all("div") if attrs.get("role") in ("region", "group"))
    assert page.all("html")[0]["lang"] == "en"


def test_hostile_text_stays_text() -> None:
    html = render(hostile(), "html")
    page = Page(html)
    assert one_line(HOSTILE) in page.text
    assert html.count("<script>") == 1 and "</style> @team" not in html
    assert all(a["href"].startswith("#") for a in page.all("a"))
    assert all(re.fullmatch(r"[a-zA-Z-]*", attrs["lang"]) for _, attrs in page.elements if "lang" in attrs)


def test_the_verdict_is_one_line_and_nothing_found_is_no_proof() -> None:
    assert "<h1>2 discrepancies to settle, 2 to review</h1>" in render(un_vote(), "html")
    clean = render(nothing_found(), "html")
    assert "<h1>No discrepancy was found</h1>" in clean and "That is no proof" in clean
    broken = render(two_stories(), "html")
    assert "This check is incomplete" in broken and "ValueError: no unit" in broken


def test_each_story_has_its_section_and_its_findings() -> None:
    html = render(two_stories(), "html")
    vote, ferry = html.split('<section class="story"')[1:]
    assert "Story 1 of 2" in vote and 'id="f1"' in vote and 'id="f5"' not in vote
    assert "Story 2 of 2" in ferry and 'id="f5"' in ferry and "Coast Radio" in ferry


def test_an_account_that_tells_another_story_is_shown_as_alone() -> None:
    report = two_stories()
    report = report.model_copy(update={"stories": report.stories[:1], "findings": report.findings[:3]})
    html = render(report, "html")
    assert "Not told by any other account" in html and "the coast guard said" in html


def test_only_the_first_of_hundreds_are_open() -> None:
    html = render(many(300), "html")
    states = re.findall(r'class="finding is-(\w+)".*?<details class="fold"( open)?>', html, re.S)
    assert [bool(o) for kind, o in states if kind == "fail"] == [True] * 10
    assert sum(bool(o) for _, o in states) == 16


def test_every_word_of_every_account_is_there() -> None:
    for report in (un_vote(), two_stories()):
        # the numbers of findings stand between the words of a marked line
        html = re.sub(r'<a class="(?:ref|gap)\b.*?</a>', "", render(report, "html"), flags=re.S)
        shown = re.sub(r"\s+", "", Page(html).text)
        for doc in report.documents:
            for line in doc.text.splitlines():
                assert re.sub(r"\s+", "", line) in shown


def test_furniture_is_folded_away() -> None:
    html = render(un_vote(), "html")
    folded = re.search(r'<details class="furniture">.*?</details>', html, re.S)
    assert folded and "3 lines of page furniture, not compared" in folded.group()
    assert "Sign up for our newsletter" in folded.group()


def test_blocks_with_gaps_and_overlaps_show_each_word_once() -> None:
    text = "One two three.\nFour five six.\nSeven eight."
    doc = Document(
        id="d", source="s", uri="d.txt", text=text,
        blocks=(
            Block(kind="paragraph", span=Span(start=4, end=20)),
            Block(kind="furniture", span=Span(start=15, end=25)),
        ),
    )  # fmt: skip
    prose = render(Report(documents=(doc,)), "html").split('<div class="prose"')[1].split("</article>")[0]
    shown = re.sub(r"<summary>.*?</summary>|<[^>]+>|^>", "", prose)
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", text)


def test_evidence_beyond_the_text_breaks_nothing() -> None:
    report = un_vote()
    for blocks in ((), report.documents[0].blocks):
        short = report.documents[0].model_copy(update={"text": "Short.", "blocks": blocks})
        page = Page(render(report.model_copy(update={"documents": (short, *report.documents[1:])}), "html"))
        assert page.stack == [] and "Short." in page.text


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


STYLE = files("checker.render.html").joinpath("report.css").read_text(encoding="utf-8")
THEMES = [
    dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})", block))
    for block in re.findall(r"\{([^{}]*--paper:[^{}]*)\}", STYLE)
]
INKS = ("ink", "soft", "faint", "fail", "review", "clear", "states", "absent", "link")


def test_light_dark_and_print_are_there_and_dark_is_the_same_twice() -> None:
    light, by_system, by_choice, paper = THEMES
    assert by_system == by_choice and light.keys() == by_system.keys()
    assert light["paper"] != by_choice["paper"] and paper["paper"] == "#fff"


@pytest.mark.parametrize("theme", [0, 2])
def test_colours_reach_the_contrast_of_wcag_aa(theme: int) -> None:
    colours = THEMES[theme]
    pairs = [(ink, ground) for ink in INKS for ground in ("paper", "sheet")]
    pairs += [
        ("mark-ink", "mark"),
        ("ink", "hl-fail"),
        ("ink", "hl-review"),
        ("fail", "fail-bg"),
        ("paper", "ink"),
    ]
    low = {
        p: round(contrast(colours[p[0]], colours[p[1]]), 2)
        for p in pairs
        if contrast(colours[p[0]], colours[p[1]]) < 4.5
    }
    assert low == {}


def test_a_bullet_keeps_its_own_sign() -> None:
    doc = document("d", "s", "Head\nFirst point\n🔹 Second point", "d.txt", {1: "bullet", 2: "bullet"})
    html = render(Report(documents=(doc,)), "html")
    assert 'class="b-bullet dotted" dir="auto">First' in html
    assert 'class="b-bullet" dir="auto">🔹 Second' in html


def test_an_omission_marks_only_part_of_what_others_say() -> None:
    report = un_vote()
    _, a, b = report.findings[2].evidence
    part = a.model_copy(update={"marks": (Span(start=a.span.start, end=a.span.start + 11),)})
    whole = b.model_copy(update={"marks": (b.span,)})
    found = report.findings[2].model_copy(update={"related": (part, whole)})
    html = render(report.model_copy(update={"findings": (found,)}), "html")
    assert (
        html.count('<mark class="clause">') - html.count('<mark class="clause">18') - html.count(">16</mark>")
        == 1
    )
    assert '<mark class="clause">The leaders</mark> of seven' in html
    assert '<mark class="diff">' not in html


def test_a_story_without_a_title_is_called_after_an_account() -> None:
    report = un_vote()
    story = report.stories[0].model_copy(update={"title": ""})
    assert View(report.model_copy(update={"stories": (story,)})).stories[0].title == report.documents[0].title

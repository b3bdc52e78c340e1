"""The HTML page in a browser: mouse, keyboard, no script, print, and no request to anywhere."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from factories_report import hostile, many, two_stories, un_vote

from checker.models.report import Report
from checker.render import to_html

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


class Opened:
    """A report in a browser, with all that it logged and asked for."""

    def __init__(
        self, browser: Any, folder: Path, report: Report, fragment: str = "", **context: Any
    ) -> None:
        file = folder / "report.html"
        file.write_text(to_html(report), encoding="utf-8")
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context})
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.log: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda m: self.log.append(m.text))
        self.page.on("pageerror", lambda e: self.log.append(str(e)))
        self.page.on("dialog", lambda d: (self.log.append("dialog"), d.dismiss()))
        self.page.on("request", lambda r: self.asked.append(r.url))
        self.page.goto(file.as_uri() + fragment)

    def shown(self) -> list[str]:
        found: list[str] = self.page.eval_on_selector_all(
            ".findings .finding", "all => all.filter(f => f.checkVisibility()).map(f => f.id)"
        )
        return found

    def top(self, id: str) -> float:
        return float(self.page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", id))

    def in_view(self, id: str) -> bool:
        return -5 <= self.top(id) < self.page.viewport_size["height"]


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens reports; at the end each has logged nothing and asked for nothing but its own file."""
    pages: list[Opened] = []

    def open_(report: Report, fragment: str = "", **context: Any) -> Opened:
        pages.append(Opened(browser, tmp_path, report, fragment, **context))
        return pages[-1]

    yield open_
    for page in pages:
        assert page.log == []
        assert {url.partition("#")[0] for url in page.asked} == {(tmp_path / "report.html").as_uri()}
        page.context.close()


def test_hostile_text_does_nothing(opened: Any) -> None:
    page = opened(hostile()).page
    assert page.locator("script").count() == 1
    assert (
        page.locator(".title")
        .first.text_content()
        .startswith("Finding 1: They differ: <script>alert(1)</script>‹U+202E›gnp")
    )


def test_filters_by_mouse_and_address(opened: Any) -> None:
    report = opened(two_stories())
    page = report.page
    page.click(".pill[data-value=omission]")
    assert report.shown() == ["f3"]
    assert page.url.endswith("#category=omission")
    assert page.inner_text("#shown") == "1 of 5 findings shown"
    assert page.locator(".js-empty:visible").inner_text() == "No finding of this story passes the filter."
    page.click(".pill[data-value=contradiction]")
    assert report.shown() == ["f1", "f3", "f5"], "any of one group"
    page.click(".pill[data-key=account][data-value=E]")
    assert report.shown() == ["f5"], "all of the groups"
    page.click("#reset")
    assert report.shown() == ["f1", "f2", "f3", "f4", "f5"]
    assert "#" not in page.url


def test_filters_come_back_from_the_address(opened: Any) -> None:
    report = opened(un_vote(), "#severity=error,warning&account=C&nonsense=%E0%A4%A")
    assert report.shown() == ["f1", "f3"]
    assert report.page.get_attribute(".pill[data-value=error]", "aria-pressed") == "true"


def test_filters_by_keyboard(opened: Any) -> None:
    report = opened(un_vote())
    page = report.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.focus(".pill[data-value=quotation]")
    page.keyboard.press("Space")
    assert report.shown() == ["f2"]
    page.keyboard.press("Enter")
    assert report.shown() == ["f1", "f2", "f3", "f4"]


def test_a_quotation_leads_to_its_place_and_back(opened: Any) -> None:
    report = opened(un_vote())
    page = report.page
    page.click("#q1-1 .go a")
    assert page.url.endswith("#t1-1")
    assert report.in_view("t1-1")
    lit = page.locator(".hl.lit").all_inner_texts()
    assert (
        "".join(lit)
        == "The General Assembly adopted the resolution on Monday by 93 votes to 16, with 65 abstentions"
    )
    page.locator(".hl.lit").first.click()
    assert page.url.endswith("#f1")
    assert report.in_view("f1")
    assert page.evaluate("document.activeElement.id") == "f1"


def test_a_missing_statement_leads_to_where_it_would_stand(opened: Any) -> None:
    report = opened(un_vote())
    report.page.click("#q3-0 .go a")
    assert report.in_view("t3-0")
    assert (
        report.page.evaluate("document.activeElement.getAttribute('aria-label')") == "Finding 3: missing here"
    )
    report.page.keyboard.press("Enter")
    assert report.in_view("f3")


def test_numbers_in_the_text_lead_to_closed_and_filtered_findings(opened: Any) -> None:
    report = opened(un_vote(), "#category=omission")
    page = report.page
    page.click("#f3 .fold > summary")
    page.locator(".ref[href='#f2']").first.click()
    assert "f2" in report.shown() and report.in_view("f2")
    page.locator(".gap[href='#f3']").click()
    # the fold opens on the page's hashchange event, a moment after the click
    page.locator("#f3 .fold[open]").wait_for(state="attached", timeout=5000)
    page.locator(".gap[href='#f5']").click()
    # what was put aside opens too
    page.locator("#f5 .body").wait_for(state="visible", timeout=5000)


def test_a_claim_opens_its_quotations(opened: Any) -> None:
    report = opened(un_vote())
    page = report.page
    words, link = page.locator("#c1-1"), page.locator("a[href='#c1-1']")
    assert not words.is_visible() and link.get_attribute("aria-expanded") == "false"
    page.locator(".claim .cell").first.click()
    assert words.is_visible() and link.get_attribute("aria-expanded") == "true"
    assert "Daily Ledger by 93 votes to 16" in words.inner_text()
    link.focus()
    page.keyboard.press("Enter")
    assert not words.is_visible()
    page.keyboard.press("Space")
    words.get_by_text("in the full text").nth(1).click()
    assert report.in_view("c1-1-1")


def test_everything_can_be_read_without_script(opened: Any) -> None:
    report = opened(two_stories(), java_script_enabled=False)
    page = report.page
    assert not page.locator("#filters").is_visible() and not page.locator("#theme").is_visible()
    assert page.locator(".finding >> visible=true").count() == 6
    page.click("a[href='#c1-1']")
    assert page.locator("#c1-1").is_visible()
    page.click("#q1-0 .go a")
    assert page.url.endswith("#t1-0")
    page.locator(".ref[href='#f1']").first.click()
    assert page.url.endswith("#f1")


@pytest.mark.parametrize("script", [True, False])
def test_print_opens_everything(opened: Any, script: bool) -> None:
    page = opened(many(60), java_script_enabled=script).page
    page.emulate_media(media="print")
    assert page.locator(".finding .quote >> visible=true").count() == page.locator(".finding .quote").count()
    assert page.locator("tr.words >> visible=true").count() == 5
    assert page.locator(".furniture p >> visible=true").count() == 3
    # what a rule looks for is the same under each of its findings: on paper it would fill pages
    assert page.locator(".explained").count() and not page.locator(".explained >> visible=true").count()
    assert page.locator(".why dt >> visible=true").count()
    assert not page.locator("#filters").is_visible()


def test_colours_follow_the_system_and_the_switch(opened: Any) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    page = opened(un_vote(), color_scheme="dark").page
    dark = page.evaluate(ground)
    page.click("#theme")
    assert page.get_attribute("#theme", "aria-label") == "Colours: light"
    light = page.evaluate(ground)
    assert dark != light
    # on a busy machine the browser may reload a page before it has stored what the page remembers
    for _ in range(10):
        page.reload()
        if page.evaluate(ground) == light:
            break
        page.wait_for_timeout(100)
    assert page.evaluate(ground) == light, "the choice is remembered"
    page.click("#theme")
    assert page.evaluate(ground) == dark
    page.click("#theme")
    assert page.inner_text("#theme span") == "Auto"


@pytest.mark.parametrize("report", [un_vote, two_stories, hostile])
@pytest.mark.parametrize("width", [320, 390, 768])
def test_a_small_screen_needs_no_sideways_scrolling(opened: Any, report: Any, width: int) -> None:
    page = opened(report(), viewport={"width": width, "height": 800}).page
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_open_all_and_close_all(opened: Any) -> None:
    page = opened(many(60)).page
    bodies = page.locator(".finding .body >> visible=true")
    assert 0 < bodies.count() < 60
    page.click("#unfold")
    assert bodies.count() == 60
    page.click("#fold")
    assert bodies.count() == 0

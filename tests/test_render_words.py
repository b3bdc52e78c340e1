"""The small parts: hidden characters, differing words, marks in a text, lines that fit, names of accounts."""

from factories_report import document, missing, quote, two_stories, un_vote
from hypothesis import given
from hypothesis import strategies as st

from checker.models.report import Report
from checker.models.text import Source, Span
from checker.render.highlight import Mark, stretches
from checker.render.html.claims import claim_groups
from checker.render.quote import Piece, around, cut, differing
from checker.render.safe import dump_json, one_line, visible
from checker.render.view import View, letters
from checker.render.wrap import cells, wrap

TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=8)


@given(TEXT)
def test_visible_twice_is_visible_once(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert "\n" not in one_line(text) and "\x1b" not in one_line(text)


def test_hidden_characters_have_signs() -> None:
    assert visible("a\x1b[31m\u202eb\x7f\ud800\U000e0041") == "a␛[31m‹U+202E›b␡\ufffd‹U+E0041›"
    assert visible("زبان\u200cها 👩\u200d🚒") == "زبان\u200cها 👩\u200d🚒", (
        "joiners belong to words and emoji"
    )


@given(TEXT)
def test_json_stays_what_it_was(text: str) -> None:
    import json

    assert json.loads(dump_json({"a": text})) == {"a": text}


@given(TEXT, SPANS)
def test_pieces_joined_are_the_text(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(start=a, end=a + n) for a, n in places]
    pieces = cut(text, spans)
    assert "".join(p.text for p in pieces) == text
    assert all(p.text for p in pieces)
    covered = {i for s in spans for i in range(s.start, min(s.end, len(text)))}
    at = 0
    for piece in pieces:
        here = set(range(at, at + len(piece.text)))
        # spaces between two marked words are marked with them
        assert piece.marked or not here & covered
        assert not piece.marked or all(text[i].isspace() for i in here - covered)
        at += len(piece.text)


def test_differing_words() -> None:
    a, b = "It was a very good, long talk.", "It was a very constructive long talk"
    assert [s.of(a) for s in differing(a, b)] == ["good"]
    assert [s.of(b) for s in differing(b, a)] == ["constructive"]
    assert differing("It WAS good!", "it was good") == []
    assert differing("Nothing alike here", "The ship has sailed today") == [], (
        "too unlike to compare by words"
    )


@given(st.text(alphabet="abc \n", max_size=50), st.tuples(st.integers(0, 30), st.integers(0, 30)), SPANS)
def test_stretches_know_what_covers_them(
    text: str, window: tuple[int, int], places: list[tuple[int, int]]
) -> None:
    start, end = (min(i, len(text)) for i in sorted(window))
    within = Span(start=start, end=end)
    marks = [Mark(Span(start=a, end=a + n), f"m{k}", k) for k, (a, n) in enumerate(places)]
    out = stretches(text, within, marks)
    assert "".join(s.text for s in out) == text[start:end]
    at = start
    for stretch in out:
        if stretch.text:
            for i in range(at, at + len(stretch.text)):
                assert {m.key for m in stretch.covering} == {
                    m.key for m in marks if m.span.start <= i < m.span.end
                }
        at += len(stretch.text)
    opened = [m.key for s in out for m in s.opening]
    assert len(opened) == len(set(opened)), "an address stands once"
    held = {m.key for m in marks if start <= m.span.start < end or m.span.start == m.span.end == end}
    assert set(opened) == held


def test_a_mark_over_two_blocks_begins_once_and_ends_once() -> None:
    mark = Mark(Span(start=2, end=8), "m", 1)
    first = stretches("abcde fghij", Span(start=0, end=5), [mark])
    second = stretches("abcde fghij", Span(start=6, end=11), [mark])
    assert [s.opening for s in first + second if s.opening] == [(mark,)]
    assert [s.closing for s in first + second if s.closing] == [(mark,)]
    assert [s.text for s in first + second if s.covering] == ["cde", "fg"]


@given(st.lists(st.tuples(TEXT, st.booleans()), max_size=6), st.integers(5, 40))
def test_wrapped_lines_fit_and_lose_no_word(parts: list[tuple[str, bool]], width: int) -> None:
    pieces = [Piece(text, marked) for text, marked in parts]
    lines = wrap(pieces, width)
    said = "".join(visible(p.text) for p in pieces).split()
    flat = ["".join(r.text for r in line) for line in lines]
    assert " ".join(flat).split() == said
    assert all(cells(line) <= width or " " not in line for line in flat)


def test_a_marked_run_and_its_comma_stay_together() -> None:
    pieces = [Piece("of "), Piece("18 votes", marked=True), Piece(", with")]
    assert ["".join(r.text for r in line) for line in wrap(pieces, 9, "[[", "]]")] == [
        "of [[18",
        "votes]],",
        "with",
    ]
    assert [r.text for r in wrap(pieces, 80)[0] if r.marked] == ["18 votes"]


def test_letters_go_on_after_z() -> None:
    assert [letters(i) for i in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


def test_accounts_of_one_outlet_are_told_apart() -> None:
    docs = tuple(
        document(f"d{n}", "s", "A headline\nText.", uri)
        for n, uri in enumerate(("a/x.txt", "a/y.txt", "b/y.txt"))
    )
    view = View(Report(sources=(Source(id="s", name="Harbour Post"),), documents=docs))
    assert [a.name for a in view.accounts] == [
        "Harbour Post (x.txt)",
        "Harbour Post (y.txt) #1",
        "Harbour Post (y.txt) #2",
    ]


def test_only_web_addresses_become_links() -> None:
    uris = (
        "https://a.example/x",
        "HTTP://a.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "x.txt",
        "//a.example",
    )
    docs = tuple(document(f"d{n}", "", "A", uri) for n, uri in enumerate(uris))
    assert [bool(a.link) for a in View(Report(documents=docs)).accounts] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def test_standing_of_every_account_of_the_story() -> None:
    stances = [[(s.account.letter, s.state) for s in f.stances] for f in View(un_vote()).findings]
    assert stances[0] == [("A", "states"), ("B", "differs"), ("C", "states"), ("D", "silent")]
    assert stances[2] == [("A", "states"), ("B", "states"), ("C", "absent"), ("D", "silent")]


def test_differing_words_are_strong_in_the_full_text() -> None:
    whole, words = Mark(Span(start=0, end=9), "t1-0", 1, "fail"), Mark(Span(start=4, end=6), "", quiet=True)
    out = stretches("they 12 or so", Span(start=0, end=13), [whole, words])
    assert [(s.text, s.strong, bool(s.covering)) for s in out] == [
        ("they", False, True), (" 1", True, True), ("2 o", False, True), ("r so", False, False),
    ]  # fmt: skip
    assert [m.key for s in out for m in s.opening] == ["t1-0"], "what only differs has no address"


def test_words_around_are_whole_and_of_the_same_paragraph() -> None:
    doc = document(
        "d", "s", "Head\nIt began. They voted. It ended.\nShare this\nNext day.", "d.txt", {2: "furniture"}
    )
    said = quote(doc, "They voted.", "primary").model_copy(update={"prefix": "began. ", "suffix": " It e"})
    assert around(said, doc) == ("It began. ", " It ended.")
    assert around(said, None) == ("began. ", " It e")
    assert around(missing(doc, "It ended."), doc) == ("It began. They voted. It ended.", "Next day.")
    assert around(missing(doc, "It began."), doc) == ("It began.", "They voted. It ended.")
    assert around(missing(doc, "Next day."), doc) == ("Next day.", "")


def test_claims_are_sorted_by_where_they_stand() -> None:
    report = un_vote()
    story = View(report).stories[0]
    groups = claim_groups(1, story, [])
    assert [(g["key"], [r["id"] for r in g["rows"]]) for g in groups] == [
        ("disputed", ["c1-1"]), ("partial", ["c1-2", "c1-4"]), ("single", ["c1-3", "c1-5"]),
    ]  # fmt: skip
    unclear = report.stories[0].claims[2].model_copy(update={"standing": {}})
    told = report.stories[0].model_copy(update={"claims": (unclear,)})
    groups = claim_groups(1, View(report.model_copy(update={"stories": (told,)})).stories[0], [])
    assert [c["word"] for c in groups[0]["rows"][0]["cells"]] == [
        "not clear",
        "states",
        "not clear",
        "not clear",
    ]


def test_only_what_was_put_aside_is_no_clean_report() -> None:
    report = un_vote()
    only = View(report.model_copy(update={"findings": report.findings[4:]}))
    assert only.verdict == "Nothing was found but what was put aside"


def test_the_story_with_the_gravest_finding_is_read_first() -> None:
    report = two_stories()
    *others, last = report.findings
    assert [s.story.id for s in View(report).stories if s.story] == ["s1", "s2"]
    turned = View(report.model_copy(update={"findings": (last, *others)}))
    assert [s.story.id for s in turned.stories if s.story] == ["s2", "s1"]
    assert [a.letter for s in turned.stories for a in s.accounts] == list("ABCDEF")
    aside = last.model_copy(update={"suppressed": "known"})
    quiet = View(report.model_copy(update={"findings": (aside, *others)}))
    assert [s.story.id for s in quiet.stories if s.story] == ["s1", "s2"]

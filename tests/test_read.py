"""Reading: paths, formats, encodings and bad input."""

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import ReadError
from checker.models.raw import RawText
from checker.read import find_paths, read_document, slug, source_of, suffixes
from checker.read.characters import back, forward, normalise
from checker.read.markdown import MarkdownReader

STORY = "The harbour bridge was closed on Monday after a crack was found in one of its piers."


def write(tmp_path, name, data):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def test_folders_give_known_suffixes_sorted_and_skip_hidden(tmp_path):
    for name in ("b.txt", "a.md", "sub/c.html", ".hidden/d.txt", "sub/.e.txt", "story.toml", "f.docx"):
        write(tmp_path, name, STORY)
    found = find_paths([str(tmp_path), "-"])
    assert [os.path.relpath(p, tmp_path) for p in found[:-1]] == [
        "a.md",
        "b.txt",
        str(Path("sub") / "c.html"),
    ]
    assert found[-1] == "-"


def test_linked_folders_are_gone_through_once(tmp_path):
    for name in ("desk/a.txt", "store/deep/b.txt", "store/c.txt", "other.txt"):
        write(tmp_path, name, STORY)
    links = {
        "desk/1-linked": "../store",
        "desk/2-again": "../store/deep",
        "desk/loop": ".",
        "desk/up": "..",
        "store/back": "../desk",
        "desk/.hidden": "../store",
        "desk/d.txt": "../store/c.txt",
    }
    for name, target in links.items():
        (tmp_path / name).symlink_to(target)
    found = find_paths([str(tmp_path / "desk")])
    # b.txt was reached through the first link, and what lies above the folder was not asked for
    assert [os.path.relpath(p, tmp_path / "desk") for p in found] == [
        "1-linked/c.txt",
        "1-linked/deep/b.txt",
        "a.txt",
        "d.txt",
    ]


def test_a_file_that_is_there_by_itself_is_called_by_its_own_name(tmp_path):
    write(tmp_path, "wires/a.txt", STORY)
    (tmp_path / "also").symlink_to("wires")
    assert find_paths([str(tmp_path)]) == [str(tmp_path / "wires" / "a.txt")]


@pytest.mark.parametrize("target", ["nowhere", "gone.txt"])
def test_a_link_that_leads_nowhere_is_told_inside_a_folder_too(tmp_path, target):
    write(tmp_path, "a.txt", STORY)
    (tmp_path / ".#a.txt").symlink_to("nowhere")
    (tmp_path / "notes.docx").symlink_to("nowhere")
    assert len(find_paths([str(tmp_path)])) == 1
    (tmp_path / "gone.txt").symlink_to(target)
    with pytest.raises(ReadError, match=r"gone\.txt: there is no such file or folder\."):
        find_paths([str(tmp_path)])


def test_a_file_is_taken_whatever_its_ending(tmp_path):
    path = write(tmp_path, "wire.dat", STORY)
    assert find_paths([path]) == [path]
    assert read_document(path).text == STORY


@pytest.mark.parametrize("name", ["missing.txt", "a\0b", "x" * 5000])
def test_missing_paths_are_one_sentence(name):
    with pytest.raises(ReadError) as error:
        find_paths([name])
    assert "\n" not in str(error.value) and str(error.value).endswith(".")


def test_an_empty_folder_is_an_error(tmp_path):
    with pytest.raises(ReadError, match="no file to read"):
        find_paths([str(tmp_path)])


def test_a_path_with_terminal_escapes_is_shown_harmlessly():
    with pytest.raises(ReadError) as error:
        find_paths(["no\x1b[31msuch\u202efile"])
    assert "\x1b" not in str(error.value) and "\u202e" not in str(error.value)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        ("\u200b\ufeff\u200b".encode(), "empty"),
        (b"%PDF-1.7 rest", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0JFIF", "JPEG"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"words\x00\x01\x02words!", "binary"),
        (b"\xff\xfea\x00\x00\xd8", "UTF-16"),
        (bytes(range(128, 256)) * 4, "cannot be read"),
    ],
)
def test_what_is_not_text_is_named(tmp_path, data, named):
    with pytest.raises(ReadError, match=named) as error:
        read_document(write(tmp_path, "a.txt", data))
    assert "\n" not in str(error.value) and "a.txt" in str(error.value)


def test_an_enormous_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(ReadError, match=r"too large.*50 MB"):
        read_document(str(path))
    with pytest.raises(ReadError, match="Standard input is too large"):
        read_document("-", stdin=b"x" * 1001, max_bytes=1000)


def test_a_folder_is_not_a_document(tmp_path):
    with pytest.raises(ReadError, match="folder"):
        read_document(str(tmp_path))


@pytest.mark.parametrize(
    ("encode", "name"),
    [
        (lambda t: t.encode(), "utf-8"),
        (lambda t: b"\xef\xbb\xbf" + t.encode(), "utf-8"),
        (lambda t: b"\xff\xfe" + t.encode("utf-16-le"), "utf-16-le"),
        (lambda t: b"\xfe\xff" + t.encode("utf-16-be"), "utf-16-be"),
        (lambda t: t.encode("utf-16-le"), "utf-16-le"),
        (lambda t: t.encode("cp1252"), "cp1252"),
    ],
)
def test_encodings(encode, name):
    text = "“We’re closing the café – for good,” the owner said on Monday. The price was 20 € a plate."
    raw = read_document("-", stdin=encode(text))
    assert (raw.text, raw.encoding) == (text, name)


def test_cyrillic_in_a_one_byte_encoding():
    text = "Совет проголосовал в понедельник за закрытие старого моста через реку. Работы идут. " * 5
    assert read_document("-", stdin=text.encode("cp1251")).text == text


def test_digest_is_of_the_bytes_as_they_came():
    data = b"\xef\xbb\xbf" + STORY.encode() + b"\r\n"
    assert read_document("-", stdin=data).raw_sha256 == hashlib.sha256(data).hexdigest()


def test_text_is_made_harmless():
    dirty = "One\r\ntwo\rthr\u200bee\u202e \x1b[31mred\x1b[0m \x1b]0;title\x07cafe\u0301\xa0x\x07\x9b1m"
    raw = read_document("-", stdin=dirty.encode())
    assert raw.text == "One\ntwo\nthree red caf\u00e9 x"


@settings(deadline=None)
@given(
    st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\r\n\x1b[]m;\x07\u0301\u200b\u202ee\xa0")))
)
def test_normalising_is_stable_and_maps_back(text):
    clean, pieces = normalise(text)
    assert normalise(clean)[0] == clean
    assert not any((ord(c) < 32 and c not in "\n\t") or c in "\x7f\u200b\u202e\ufeff" for c in clean)
    places = [back(pieces, at) for at in range(len(clean) + 1)]
    assert places == sorted(places) and all(0 <= p <= len(text) for p in places)
    for at, c in enumerate(clean):
        if c.isascii() and c.isalnum():
            assert text[places[at]] == c
            assert forward(pieces, places[at]) == at


def test_markdown_loses_its_markup_and_keeps_its_shape():
    source = (
        "---\ntitle: The bridge\ndate: 2025-03-04\noutlet: The Harbour Times\n---\n"
        "# Bridge *closed*\n\nThe [council](http://x.example) **voted** on Monday.\n\n"
        "- The works cost 4 million.\n- They take two years.\n\n> “We had no choice,” she said.\n\n"
        "![a picture](p.png)\n\n<script>alert(1)</script>\n\n## Next\n\nNobody knows &amp; nobody asks.\n"
    )
    raw = MarkdownReader().read(source.encode(), "story.md")
    assert (raw.title, raw.published, raw.outlet) == ("The bridge", "2025-03-04", "The Harbour Times")
    assert [(b.kind, b.span.of(raw.text)) for b in raw.blocks] == [
        ("headline", "Bridge closed"),
        ("paragraph", "The council voted on Monday."),
        ("bullet", "The works cost 4 million."),
        ("bullet", "They take two years."),
        ("paragraph", "“We had no choice,” she said."),
        ("heading", "Next"),
        ("paragraph", "Nobody knows & nobody asks."),
    ]


def test_markdown_title_from_the_first_heading(tmp_path):
    raw = read_document(write(tmp_path, "story.md", "# The vote\n\n" + STORY))
    assert raw.title == "The vote" and raw.media_type == "text/markdown"


def test_markdown_nested_without_end_is_read(tmp_path):
    raw = read_document(write(tmp_path, "deep.md", STORY + "\n\n" + ">" * 20000 + " deep"))
    assert STORY in raw.text


PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Council closes the old bridge - Harbour Times</title>
<meta property="og:site_name" content="The Harbour Times">
<meta property="article:published_time" content="2025-03-04T10:00:00Z"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Council closes the old bridge</h1>
<p>The council voted on Monday to close the bridge for repairs that will take <b>two</b> years.</p>
<h2>What it costs</h2><ul><li>The works cost 4.5 million euros, paid by the city.</li>
<li>The region pays nothing for them at all, the mayor said.</li></ul>
<p>“We had no choice,” the mayor told reporters &amp; residents on Tuesday evening.</p></article>
<footer><p>Subscribe to our newsletter. All rights reserved.</p></footer></body></html>"""


def test_html_gives_the_story_and_what_the_page_says_of_it():
    raw = read_document("-", stdin=PAGE.encode())
    assert raw.media_type == "text/html"
    assert (raw.title, raw.published, raw.outlet, raw.language) == (
        "Council closes the old bridge",
        "2025-03-04",
        "The Harbour Times",
        "en",
    )
    kinds = [(b.kind, b.span.of(raw.text)[:20]) for b in raw.blocks]
    assert kinds[0] == ("headline", "Council closes the o")
    assert ("heading", "What it costs") in kinds and ("bullet", "The works cost 4.5 m") in kinds
    assert "take two years" in raw.text and "told reporters & residents" in raw.text
    assert "newsletter" not in raw.text and "Home" not in raw.text


def test_html_in_its_declared_encoding(tmp_path):
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').replace(
        "bridge for", "café’s bridge for"
    )
    raw = read_document(write(tmp_path, "page.htm", page.encode("cp1252")))
    assert "close the café’s bridge" in raw.text


def test_html_nested_a_hundred_thousand_deep_is_read():
    page = (
        "<html><body>"
        + "<div>" * 100_000
        + f"<p>{STORY}</p><p>It <b>stays</b> shut.</p>"
        + "</div>" * 100_000
    )
    raw = read_document("-", stdin=page.encode())
    assert raw.text == f"{STORY}\n\nIt stays shut."


@pytest.mark.parametrize(
    "page", ["<html>", "<!doctype html><script>var a = 1</script>", "<html><body><nav>Home</nav>"]
)
def test_html_without_words_is_an_error(page):
    with pytest.raises(ReadError, match="no readable text"):
        read_document("-", stdin=page.encode())


def test_a_reader_of_a_plugin_is_used_for_its_suffix(tmp_path):
    class Shouting:
        media_types = ("text/x-shout",)
        suffixes = (".shout",)

        def read(self, raw, uri):
            return RawText(text=raw.decode().lower() + "\x1b[1m", title=" The\ncry ")

    path = write(tmp_path, "a.shout", "HELLO")
    assert find_paths([str(tmp_path)], readers=[Shouting()]) == [path]
    raw = read_document(path, readers=[Shouting()])
    assert (raw.text, raw.title, raw.media_type) == ("hello", "The cry", "text/x-shout")
    assert ".shout" in suffixes([Shouting()]) and ".shout" not in suffixes()


@pytest.mark.parametrize(
    ("uri", "id_", "name"),
    [
        ("wires/harbour-times.txt", "harbour-times", "Harbour Times"),
        ("000_3f.txt", "000-3f", "000_3f"),
        ("-", "stdin", "standard input"),
        ("https://www.example.org/a/b?c", "example-org", "example.org"),
    ],
)
def test_source_from_the_address(uri, id_, name):
    source = source_of(uri)
    assert (source.id, source.name, source.uri) == (id_, name, uri)


@given(st.text())
def test_a_slug_is_never_empty_and_stable(text):
    assert slug(text) and slug(slug(text)) == slug(text)

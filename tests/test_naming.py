"""Accounts of one name are told apart by something of their own, whatever order they come in."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.pipeline.naming import told_apart
from checker.read import slug, source_of


def named(*paths: str, outlet: str = "") -> dict[str, tuple[str, str]]:
    sources = told_apart(paths, [source_of(p, outlet=outlet) for p in paths], slug)
    return {path: (source.id, source.name) for path, source in zip(paths, sources, strict=True)}


@pytest.mark.parametrize(
    "expected",
    [
        # what is the only one of its name stays as it is
        {"w/coast.txt": ("coast", "Coast"), "w/harbour.txt": ("harbour", "Harbour")},
        {
            "fp/ap/story.txt": ("ap-story", "Story (ap)"),
            "fp/reuters/story.txt": ("reuters-story", "Story (reuters)"),
        },
        {"fp/ap/story.txt": ("ap-story", "Story (ap)"), "fp/story.txt": ("story", "Story (story.txt)")},
        {"a/x/story.txt": ("a-x-story", "Story (a/x)"), "b/x/story.txt": ("b-x-story", "Story (b/x)")},
        {
            "wire.md": ("wire-md", "Wire (wire.md)"),
            "wire.txt": ("wire-txt", "Wire (wire.txt)"),
            "wire-2.txt": ("wire-2", "wire-2"),
        },
        {
            "a/wire.md": ("a-wire-md", "Wire (a/wire.md)"),
            "a/wire.txt": ("a-wire-txt", "Wire (a/wire.txt)"),
            "b/wire.txt": ("b-wire-txt", "Wire (b/wire.txt)"),
        },
        # nothing but the case: a number, and not the one that is taken
        {
            "Wire.txt": ("wire", "Wire (Wire.txt)"),
            "wire.txt": ("wire-3", "Wire (wire.txt)"),
            "wire-2.txt": ("wire-2", "wire-2"),
        },
        {"-": ("stdin", "standard input"), "stdin.txt": ("stdin-txt", "Stdin")},
    ],
)
def test_what_accounts_are_called_in_every_order(expected: dict[str, tuple[str, str]]) -> None:
    for paths in permutations(expected):
        assert named(*paths) == expected


def test_two_pages_of_one_outlet_are_two_names() -> None:
    found = named("flood.html", "storm.html", outlet="The Coast")
    assert [name for _, name in found.values()] == ["The Coast (flood.html)", "The Coast (storm.html)"]
    assert [id_ for id_, _ in found.values()] == ["flood", "storm"]


def test_from_which_folder_they_are_named_does_not_count(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "fp").mkdir()
    monkeypatch.chdir(tmp_path)
    outside = named("fp/story.txt", "fp/ap/story.txt")
    monkeypatch.chdir(tmp_path / "fp")
    inside = named("story.txt", "ap/story.txt")
    assert list(outside.values()) == list(inside.values())


folders = st.lists(st.sampled_from(["ap", "AP", "x", "!"]), max_size=3)
files = st.sampled_from(
    ["wire.txt", "wire.md", "Wire.txt", "wire-2.txt", "wire-md.txt", "ap-wire.txt", "!.txt", "wire"]
)


@settings(max_examples=200)
@given(
    st.lists(st.builds(lambda f, n: "/".join([*f, n]), folders, files), min_size=2, max_size=7, unique=True)
)
def test_every_id_and_name_is_there_once_in_any_order(paths: list[str]) -> None:
    found = named(*paths)
    for kind in (0, 1):
        assert len({called[kind] for called in found.values()}) == len(paths)
    assert named(*reversed(paths)) == found

"""Accounts on disk: read back whole, made again when damaged or when anything that makes them changed."""

import os
from pathlib import Path

import pytest

from checker.models.text import Block, Document, Span
from checker.parse import PACKAGE
from checker.pipeline import account_cache
from checker.pipeline.account_cache import AccountCache
from checker.pipeline.analyse import analyse

TEXT = "The harbour master said on Monday that 12 boats had sunk."


def document(text: str = TEXT, **fields: str) -> Document:
    block = Block(kind="paragraph", span=Span(start=0, end=len(text)))
    given = {"id": "a", "source": "a", "uri": "a.txt", "language": "en"} | fields
    return Document(text=text, blocks=(block,), **given)


def test_an_account_comes_back_whole_and_under_its_new_name(tmp_path: Path) -> None:
    cache = AccountCache(tmp_path)
    first = analyse(document(), cache=cache)
    assert cache.hits == 0
    again = analyse(document(id="b", uri="elsewhere/b.txt"), cache=cache)
    assert cache.hits == 1
    assert again.document.id == "b"
    assert again.model_copy(update={"document": first.document}) == first


def test_another_text_date_or_pipeline_is_another_account(tmp_path: Path) -> None:
    cache = AccountCache(tmp_path)
    for _ in range(2):
        hits = cache.hits
        analyse(document(), cache=cache)
        analyse(document(TEXT + " It rained."), cache=cache)
        analyse(document(published="2025-02-24"), cache=cache)
        analyse(document(), pipeline=PACKAGE, cache=cache)
    assert (hits, cache.hits) == (0, 4)
    assert len(list((tmp_path / "accounts").iterdir())) == 4


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b'{"document": 1}'])
def test_a_damaged_file_is_made_again(tmp_path: Path, content: bytes) -> None:
    whole = analyse(document(), cache=AccountCache(tmp_path))
    (file,) = (tmp_path / "accounts").iterdir()
    file.write_bytes(content)
    cache = AccountCache(tmp_path)
    assert analyse(document(), cache=cache) == whole
    assert cache.hits == 0
    assert analyse(document(), cache=cache) == whole
    assert cache.hits == 1


def test_the_oldest_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(account_cache, "_MOST", 3)
    cache = AccountCache(tmp_path)
    account = analyse(document())
    for number in range(5):
        cache.put(f"{number}", account)
        os.utime(tmp_path / "accounts" / f"{number}.json", (number, number))
    # the last one was the newest when it was written, and is dated only afterwards
    assert sorted(p.name for p in (tmp_path / "accounts").iterdir()) == ["2.json", "3.json", "4.json"]


def test_a_folder_that_cannot_be_written_to_stops_no_check(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    cache = AccountCache(tmp_path / "file")
    assert analyse(document(), cache=cache).sentences
    assert cache.hits == 0

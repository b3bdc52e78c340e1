"""The teacher and what it is asked: its own forward pass, its tokens, its answers, the pairs made for it."""

import random
import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training" / "nli"))
pytest.importorskip("torch")
import teacher
import torch
from asked import beside, by_passage, joined, near, parts
from pairs import LABELS, Pairs

CLS, SEP = 101, 102
VOCABULARY = 60


def pairs_of(*items, soft=None):
    ids = [[CLS, *p, SEP, *h, SEP] for p, h in items]
    starts = np.concatenate([[0], np.cumsum([len(i) for i in ids])]).astype(np.int64)
    split = np.array([len(p) + 2 for p, _ in items], np.uint16)
    labels = np.arange(len(items), dtype=np.uint8) % 3
    return Pairs(np.concatenate(ids).astype(np.uint16), starts, split, labels, soft)


@pytest.fixture
def library(monkeypatch):
    from transformers import MPNetConfig, MPNetModel

    for name, value in {"LAYERS": 2, "HEADS": 3, "WIDTH": 24, "HEAD": 8}.items():
        monkeypatch.setattr(teacher, name, value)
    torch.manual_seed(3)
    config = MPNetConfig(
        vocab_size=VOCABULARY,
        hidden_size=24,
        num_hidden_layers=2,
        num_attention_heads=3,
        intermediate_size=48,
        layer_norm_eps=teacher.EPS,
    )
    return MPNetModel(config).eval()


def test_the_teacher_computes_what_the_library_does(library):
    weights = {n: t for n, t in library.state_dict().items() if t.is_floating_point()}
    head = {"classifier.weight": torch.randn(3, 24), "classifier.bias": torch.randn(3)}
    ids = torch.randint(4, VOCABULARY, (3, 11))
    mask = torch.ones_like(ids)
    mask[1, 7:] = 0
    with torch.no_grad():
        pooled = library(ids, attention_mask=mask).pooler_output
        theirs = torch.nn.functional.linear(pooled, head["classifier.weight"], head["classifier.bias"])
        ours = teacher.Teacher(weights | head).forward(ids, None, mask)
        whole = teacher.Teacher(weights | head).forward(ids[:1])
    assert torch.allclose(ours, theirs, atol=1e-5)
    assert torch.allclose(whole, theirs[:1], atol=1e-5)


def test_tokens_are_converted_one_by_one_with_a_second_end_before_the_statement():
    out = teacher.converted(pairs_of(([2000, 100], [3000]), ([2001], [3001, 3002])))
    assert out.ids.tolist() == [0, 2004, 3, 2, 2, 3004, 2, 0, 2005, 2, 2, 3005, 3006, 2]
    assert out.starts.tolist() == [0, 7, 14]


def test_answers_travel_with_their_pairs(tmp_path):
    soft = np.array([[0.5, 0.25, 0.25], [0, 1, 0], [0.1, 0.1, 0.8]], np.float16)
    read = pairs_of(([2000], [3000]), ([2001], [3001]), ([2002], [3002]), soft=soft)
    read.save(tmp_path / "read.npz")
    back = Pairs.load(tmp_path / "read.npz")
    assert np.array_equal(back.soft, soft)
    both = Pairs.join([back.take(np.array([2, 0])), pairs_of(([2003], [3003]))])
    assert both.targets().tolist() == [soft[2].tolist(), soft[0].tolist(), [1, 0, 0]]
    assert torch.equal(both.batch(np.array([1]))[3], torch.from_numpy(soft[:1].astype(np.float32)))
    assert Pairs.join([pairs_of(([2003], [3003]))]).soft is None


def test_what_the_teacher_is_asked_is_made_of_what_there_is():
    items = parts(
        pairs_of(([2000, 2001], [3000]), ([2000, 2001], [3001]), ([2000, 2002], [3002]), ([2009], [3003])),
        np.arange(4),
    )
    assert [len(told) for _, told in by_passage(items)] == [2, 1, 1]
    turned = beside(items, 10, random.Random(1))
    assert sorted((int(a[0]), int(b[0])) for a, b in turned) == [(3000, 3001), (3001, 3000)]
    asked = joined(turned)
    assert asked.ids[: asked.starts[1]].tolist()[::2] == [CLS, SEP, SEP]
    assert set(asked.labels) == {LABELS.index("neutral")}


def test_a_statement_stands_beside_the_passage_nearest_to_its_own():
    texts = [[2000 + n, 4000 + n, 6000 + n // 2] for n in range(200)]
    items = parts(pairs_of(*((t, [3000 + n]) for n, t in enumerate(texts))), np.arange(200))
    for passage, statement in near(items, 200, random.Random(1)):
        number = int(statement[0]) - 3000
        assert int(passage[0]) - 2000 == number ^ 1

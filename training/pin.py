"""Put a trained inference model into checker/weights/, and pin the sha256 of every file there.

usage: python training/pin.py                        after new weights were put there
       python training/pin.py /var/tmp/nli/export    take nli-int8.onnx and nli.json from that folder first

A model is taken only if it opens, has the three labels, is at most 25 MB and is the one that its metadata
describes. Whether a pair's answer depends on the pairs beside it is measured and written into the metadata:
only where it does not may pairs run in batches.
"""

import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "checker" / "weights"
LARGEST = 25_000_000  # bytes
SUBJECTS = ("The mayor", "A spokesman for the port authority", "Nine of the twelve members of the council")
DEEDS = ("signed the contract on Monday", "left", "said that the ferry would not sail before the end of May")


def take(source: Path, folder: Path = FOLDER) -> None:
    """Copy the exported model of ``source`` into ``folder`` once it has passed every check.

    Raises:
        SystemExit: it is too large, another file than the metadata says, or it cannot be used.
    """
    model = source / "nli-int8.onnx"
    meta = json.loads((source / "nli.json").read_text(encoding="utf-8"))
    if model.stat().st_size > LARGEST:
        raise SystemExit(f"{model} has {model.stat().st_size:,} bytes; {LARGEST:,} are the most.")
    with tempfile.TemporaryDirectory() as made:
        trial = Path(made)
        shutil.copyfile(model, trial / "nli.onnx")
        meta["batch_invariant"] = False
        _write(trial / "nli.json", meta)
        meta["batch_invariant"] = _alike(trial, meta)
        _write(trial / "nli.json", meta)
        for name in ("nli.onnx", "nli.json"):
            shutil.copyfile(trial / name, folder / name)
    print(f"{meta.get('name', 'model')}: {model.stat().st_size:,} bytes, batches: {meta['batch_invariant']}")


def _alike(folder: Path, meta: dict[str, object]) -> bool:
    """Whether pairs get the same answers, bit for bit, alone and in batches."""
    from checker.errors import ModelError
    from checker.infer.bundled import BundledInferer

    texts = [f"{subject} {deed}." for subject in SUBJECTS for deed in DEEDS]
    pairs = [(a, b) for a in texts for b in texts]
    try:
        alone = BundledInferer(folder).probabilities(pairs)
        _write(folder / "nli.json", {**meta, "batch_invariant": True})
        together = BundledInferer(folder).probabilities(pairs)
    except ModelError as error:
        raise SystemExit(str(error)) from None
    return alone.tobytes() == together.tobytes()


def _write(path: Path, meta: dict[str, object]) -> None:
    path.write_text(json.dumps(meta, indent=2) + "\n", encoding="utf-8")


def pin(folder: Path = FOLDER) -> None:
    """Rewrite pins.py; only weights, tokenizer and their metadata are pinned."""
    files = sorted(p for p in folder.iterdir() if p.suffix in {".onnx", ".json"})
    lines = [f'    "{p.name}": "{hashlib.sha256(p.read_bytes()).hexdigest()}",\n' for p in files]
    (folder / "pins.py").write_text(
        '"""The sha256 of every bundled file; written by training/pin.py, never by hand."""\n\n'
        "PINS: dict[str, str] = {\n" + "".join(lines) + "}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if len(sys.argv) > 1:
        take(Path(sys.argv[1]))
    pin()

"""Write the sha256 of every file in checker/weights/ into checker/weights/pins.py.

usage: python training/embedder/pin.py      (after new weights were put there)
"""

import hashlib
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "checker" / "weights"


def pin() -> None:
    """Rewrite pins.py; only weights, tokenizer and their metadata are pinned."""
    files = sorted(p for p in FOLDER.iterdir() if p.suffix in {".onnx", ".json"})
    lines = [f'    "{p.name}": "{hashlib.sha256(p.read_bytes()).hexdigest()}",\n' for p in files]
    (FOLDER / "pins.py").write_text(
        '"""The sha256 of every bundled file; written by training/embedder/pin.py, never by hand."""\n\n'
        "PINS: dict[str, str] = {\n" + "".join(lines) + "}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    pin()

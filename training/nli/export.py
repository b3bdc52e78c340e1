"""Export a trained folder to ONNX with int8 weights, and write the description beside it.

Run: ``python export.py --model OUT/model --out EXPORT [--scheme rows|blocks|integers|float] [--contradiction -0.4]``.
The same weights give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import onnx
from graph import Graph
from pairs import LABELS
from safetensors.numpy import load_file

MAX_TOKENS = 256
# what is taken from the logit of contradiction where little is shared: checker/infer/unshared.py
UNSHARED = {"each": 0.2, "base": 1.0, "most": 6.0, "short": 8, "long": 10, "common": 2095}
LIMIT = 25 * 1024 * 1024


def build(folder: Path, scheme: str, keep: frozenset[str] = frozenset(), contradiction: float = 0.0) -> bytes:
    """The checked graph of a trained folder, as bytes.

    ``contradiction`` is added to that label's logit: two thirds of the pairs that train are decided, of the pairs that
    two accounts give hardly one in ten contradicts.
    """
    weights = {
        name: tensor.astype("float32") for name, tensor in load_file(folder / "model.safetensors").items()
    }
    weights["classifier.bias"][LABELS.index("contradiction")] += contradiction
    model = Graph(weights, scheme, keep).model()
    if scheme != "blocks":
        onnx.checker.check_model(model)
    return model.SerializeToString(deterministic=True)


def main() -> None:
    """Write ``nli-int8.onnx`` (or ``nli-float.onnx``) and ``nli.json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--scheme", choices=("rows", "blocks", "integers", "float"), default="rows")
    parser.add_argument("--temperature", type=float, default=1.0)
    parser.add_argument("--contradiction", type=float, default=0.0, help="added to the logit (log odds)")
    parser.add_argument("--name", required=True)
    args = parser.parse_args()
    data = build(args.model, args.scheme, contradiction=args.contradiction)
    if args.scheme != "float" and len(data) > LIMIT:
        raise SystemExit(f"{len(data)} bytes: over the limit of {LIMIT}")
    args.out.mkdir(parents=True, exist_ok=True)
    path = args.out / ("nli-float.onnx" if args.scheme == "float" else "nli-int8.onnx")
    part = path.with_suffix(".part")
    part.write_bytes(data)
    part.replace(path)
    digest = hashlib.sha256(data).hexdigest()
    print(path, len(data), digest)
    if args.scheme != "float":
        about = {
            "name": args.name,
            "labels": list(LABELS),
            "temperature": round(args.temperature, 4),
            "max_tokens": MAX_TOKENS,
            "contradiction": args.contradiction,
            "unshared": UNSHARED,
            "sha256": digest,
        }
        (args.out / "nli.json").write_text(json.dumps(about, indent=2) + "\n")


if __name__ == "__main__":
    main()

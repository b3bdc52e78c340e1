"""The weights of an exported int8 graph as a folder to train on from: what was rounded stays rounded.

Run: ``python shipped.py --onnx nli.onnx --about nli.json --base BACKBONE --out OUT``. The runs' own folders are not
kept; a run that goes on from what is shipped needs no more than the shipped file.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from graph import WIDTH
from lean import FROZEN
from onnx import numpy_helper
from pairs import LABELS
from weights import base_state, save_model


def weights_of(model: onnx.ModelProto) -> dict[str, np.ndarray]:
    """Weights by the names of the library's classifier; what several layers share in one product is cut apart."""
    constants = {t.name: numpy_helper.to_array(t) for t in model.graph.initializer}
    out: dict[str, np.ndarray] = {}
    for name, value in constants.items():
        label, _, kind = name.rpartition(".")
        if kind == "packed" and label != "words":
            whole = (value.astype(np.float32) * constants[label + ".scales"]).T
        elif kind == "weight" and value.ndim == 2:
            whole = value.T
        elif kind in ("weight", "bias"):
            whole = value
        else:
            continue
        parts = label.split("|")
        kind = "weight" if kind == "packed" else kind
        for part, piece in zip(parts, np.split(whole, len(parts)), strict=True):
            out[f"{part}.{kind}"] = piece
    out["bert.embeddings.token_type_embeddings.weight"] = constants["types"]
    assert out["classifier.weight"].shape == (len(LABELS), WIDTH)
    return out


def main() -> None:
    """Write the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("onnx", "about", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    args = parser.parse_args()
    found = weights_of(onnx.load(args.onnx))
    about = json.loads(args.about.read_text())
    found["classifier.bias"] = found["classifier.bias"].copy()
    found["classifier.bias"][LABELS.index("contradiction")] -= about["contradiction"]
    state = base_state(args.base, 0)
    missing = set(state) - set(found) - set(FROZEN)
    if missing:
        raise SystemExit(f"{args.onnx} lacks {', '.join(sorted(missing))}")
    state |= {n: torch.from_numpy(np.array(found[n])) for n in state if n not in FROZEN}
    save_model(state, args.base, args.out)


if __name__ == "__main__":
    main()

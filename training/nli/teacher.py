"""MPNet's forward pass, lean as in ``lean.py``: the teacher whose answers the small model learns.

MPNet (Song et al. 2020) has no segment embeddings and one table of relative positions for all layers; its pairs read
``<s> premise </s></s> statement </s>``. Its word pieces are BERT's, four places further on, so pairs that were
tokenised for the small model are converted, not tokenised again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import torch
import torch.nn.functional as F
from lean import Dropout, State
from pairs import Pairs
from torch import Tensor

LAYERS, HEADS, WIDTH, EPS = 12, 12, 768, 1e-5
HEAD = WIDTH // HEADS
BUCKETS, FIRST_POSITION = 32, 2
FROZEN = ("embeddings.word_embeddings.weight", "embeddings.position_embeddings.weight")
SHIFT, START, END, UNKNOWN = 4, 0, 2, 3
BERT_UNKNOWN, BERT_START, BERT_END = 100, 101, 102


def converted(pairs: Pairs) -> Pairs:
    """BERT's tokens as MPNet's, with a second ``</s>`` before the statement."""
    ids = pairs.ids.astype(np.int32) + SHIFT
    for theirs, ours in ((BERT_START, START), (BERT_END, END), (BERT_UNKNOWN, UNKNOWN)):
        ids[pairs.ids == theirs] = ours
    ids = np.insert(ids, pairs.starts[:-1] + pairs.split, END)
    starts = pairs.starts + np.arange(len(pairs.starts))
    return replace(pairs, ids=ids.astype(np.uint16), starts=starts)


@lru_cache(maxsize=512)
def buckets(length: int) -> Tensor:
    """The bucket of each pair of places [length, length], as the published model draws them."""
    from transformers.models.mpnet.modeling_mpnet import MPNetEncoder

    places = torch.arange(length)
    return MPNetEncoder.relative_position_bucket(places[None, :] - places[:, None], num_buckets=BUCKETS)


@dataclass
class Teacher:
    """The forward pass over named weights in one compute type."""

    live: State
    dropout: Dropout | None = None

    def _drop(self, x: Tensor) -> Tensor:
        return x if self.dropout is None or not torch.is_grad_enabled() else self.dropout(x)

    def forward(self, ids: Tensor, types: Tensor | None = None, mask: Tensor | None = None) -> Tensor:
        """Logits [n, 3] in float32; ``types`` is not used, ``mask`` only where lengths differ."""
        w = self.live
        length = ids.shape[1]
        x = F.embedding(ids, w["embeddings.word_embeddings.weight"])
        x = x + w["embeddings.position_embeddings.weight"][FIRST_POSITION : FIRST_POSITION + length]
        x = F.layer_norm(x, (WIDTH,), w["embeddings.LayerNorm.weight"], w["embeddings.LayerNorm.bias"], EPS)
        x = self._drop(x)
        places = F.embedding(buckets(length), w["encoder.relative_attention_bias.weight"])
        bias = places.permute(2, 0, 1)[None]
        if mask is not None:
            hidden = torch.zeros(len(ids), 1, 1, length, dtype=x.dtype)
            bias = bias + hidden.masked_fill_(mask[:, None, None, :] == 0, -1e4)
        for layer in range(LAYERS):
            x = self._layer(x, f"encoder.layer.{layer}.", bias, last=layer == LAYERS - 1)
        pooled = torch.tanh(F.linear(x[:, 0], w["pooler.dense.weight"], w["pooler.dense.bias"]))
        return F.linear(self._drop(pooled), w["classifier.weight"], w["classifier.bias"]).float()

    def _layer(self, x: Tensor, name: str, bias: Tensor, last: bool) -> Tensor:
        w, (size, length, _) = self.live, x.shape
        a = name + "attention."
        parts = "kv" if last else "qkv"
        fused = torch.cat([w[f"{a}attn.{p}.weight"] for p in parts])
        fused_bias = torch.cat([w[f"{a}attn.{p}.bias"] for p in parts])
        out = F.linear(x, fused, fused_bias).view(size, length, len(parts), HEADS, HEAD)
        heads = [h.transpose(1, 2) for h in out.unbind(2)]
        kept = x
        if last:  # the classifier reads the first token only
            kept, bias = x[:, :1], bias[:, :, :1]
            q = F.linear(kept, w[a + "attn.q.weight"], w[a + "attn.q.bias"])
            heads.insert(0, q.view(size, 1, HEADS, HEAD).transpose(1, 2))
        q, k, v = heads
        scores = torch.matmul(q * HEAD**-0.5, k.transpose(-1, -2)) + bias
        mixed = torch.matmul(torch.softmax(scores, -1), v).transpose(1, 2).reshape(size, -1, WIDTH)
        mixed = F.linear(mixed, w[a + "attn.o.weight"], w[a + "attn.o.bias"])
        norm = a + "LayerNorm."
        x = F.layer_norm(kept + self._drop(mixed), (WIDTH,), w[norm + "weight"], w[norm + "bias"], EPS)
        up = F.linear(x, w[name + "intermediate.dense.weight"], w[name + "intermediate.dense.bias"])
        down = F.linear(F.gelu(up), w[name + "output.dense.weight"], w[name + "output.dense.bias"])
        norm = name + "output.LayerNorm."
        return F.layer_norm(x + self._drop(down), (WIDTH,), w[norm + "weight"], w[norm + "bias"], EPS)

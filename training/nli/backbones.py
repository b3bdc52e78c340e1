"""The two networks that ``train.py`` trains: the small one that is shipped and the teacher it learns from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import lean
import teacher
from pairs import Pairs


@dataclass(frozen=True)
class Backbone:
    """One network: its weights' digest, names' prefix and width, which of them stay as they are, its forward pass."""

    sha256: str
    architecture: str
    prefix: str
    width: int
    frozen: tuple[str, ...]
    forward: type[lean.Lean] | type[teacher.Teacher]
    converted: Callable[[Pairs], Pairs] = lambda pairs: pairs


BACKBONES = {
    "minilm": Backbone(
        "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
        "BertForSequenceClassification",
        "bert.",
        384,
        lean.FROZEN,
        lean.Lean,
    ),
    "mpnet": Backbone(
        "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
        "the forward pass of teacher.py",
        "",
        768,
        teacher.FROZEN,
        teacher.Teacher,
        teacher.converted,
    ),
}

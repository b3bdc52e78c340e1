"""The three labels of inference, their order, and what is answered about a pair that cannot be read."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checker.errors import ModelError
from checker.models.pairing import NO_OPINION

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

LABELS = ("contradiction", "entailment", "neutral")
UNREAD = (NO_OPINION.contradiction, NO_OPINION.entailment, NO_OPINION.neutral)


def label_columns(labels: Sequence[str], model: str) -> list[int]:
    """For contradiction, entailment, neutral: the model's own output column.

    Raises:
        ModelError: the model's labels are not these three (``not_entailment``, stars, numbers without names).
    """
    lower = [str(label).strip().lower() for label in labels]
    if sorted(lower) != sorted(LABELS):
        shown = ", ".join(str(label) for label in labels) or "none"
        raise ModelError(
            f"The inference model {model!r} has the labels {shown}; "
            "contradiction, entailment and neutral are needed."
        )
    return [lower.index(label) for label in LABELS]


def labels_of(id2label: Mapping[Any, Any]) -> list[str]:
    """The labels of a transformers config in the order of their ids (JSON has the ids as strings)."""
    return [str(id2label[key]) for key in sorted(id2label, key=int)]


def probabilities_of(logits: Any, columns: Sequence[int], temperature: float) -> "NDArray[numpy.float32]":
    """Softmax of logits [n, 3] at ``temperature``, columns in the order of LABELS, float32 [n, 3]."""
    import numpy

    scaled = numpy.asarray(logits, dtype=numpy.float64)[:, list(columns)] / temperature
    powers = numpy.exp(scaled - scaled.max(axis=1, keepdims=True))
    shares: NDArray[numpy.float32] = (powers / powers.sum(axis=1, keepdims=True)).astype(numpy.float32)
    return shares


def blank(pair: tuple[str, str]) -> bool:
    """Whether premise or hypothesis holds nothing but white space."""
    return not pair[0].strip() or not pair[1].strip()

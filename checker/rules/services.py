"""What a rule can ask for by name: the inference model, the embedder, its options, the analysis of a text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import BaseModel

from checker.models.pairing import Judgement
from checker.protocols import Embedder, Inferer
from checker.rules.statement_views import StatementView
from checker.rules.text_views import DocumentView, SentenceView

if TYPE_CHECKING:
    from checker.protocols import Floats

Said = str | StatementView | SentenceView


class Nli:
    """The inference model's opinion of pairs, each pair asked once a run."""

    def __init__(self, inferer: Inferer) -> None:
        self.inferer = inferer
        self._known: dict[tuple[str, str], Judgement] = {}

    @property
    def judged(self) -> int:
        """How many different pairs were scored."""
        return len(self._known)

    def judge(self, premise: Said, hypothesis: Said) -> Judgement:
        """Probabilities that ``premise`` contradicts, entails or says nothing of ``hypothesis``."""
        return self.judge_many([(premise, hypothesis)])[0]

    def judge_many(self, pairs: Sequence[tuple[Said, Said]]) -> list[Judgement]:
        """The same for many pairs in one batch, in order: much faster than one by one."""
        texts = [(_text(a), _text(b)) for a, b in pairs]
        # each new pair once, in a fixed order
        new = list(dict.fromkeys(pair for pair in texts if pair not in self._known))
        if new:
            for pair, row in zip(new, self.inferer.probabilities(new), strict=True):
                values = [min(1.0, max(0.0, float(v))) for v in row]
                self._known[pair] = Judgement(
                    contradiction=values[0], entailment=values[1], neutral=values[2]
                )
        return [self._known[pair] for pair in texts]


class Embed:
    """Sentence vectors, each text embedded once a run."""

    def __init__(self, embedder: Embedder) -> None:
        self.embedder = embedder
        self._known: dict[str, Floats] = {}

    def encode(self, texts: Sequence[Said]) -> "Floats":
        """float32 [n, d], unit length, one row a text, in order."""
        import numpy

        words = [_text(t) for t in texts]
        new = list(dict.fromkeys(w for w in words if w not in self._known))
        if new:
            self._known.update(zip(new, self.embedder.encode(new), strict=True))
        return numpy.stack([self._known[w] for w in words])

    def similarity(self, left: Said, right: Said) -> float:
        """Cosine of the two texts' vectors, -1 to 1."""
        rows = self.encode([left, right])
        return float(rows[0] @ rows[1])


@dataclass(frozen=True)
class Services:
    """Everything rules may ask for; what is None is not there, and rules that ask for it are not run.

    ``options`` maps a rule's code to its options (made by ``Rule.make_options``; the defaults where it lacks
    one). ``annotate`` analyses any text as if it were an account.
    """

    nli: Nli | None = None
    embed: Embed | None = None
    annotate: Callable[[str], DocumentView] | None = None
    options: Mapping[str, BaseModel] = field(default_factory=dict)

    def lacks(self, names: Sequence[str]) -> list[str]:
        """Those of the services that are not there."""
        return [name for name in names if name != "options" and getattr(self, name) is None]


def _text(said: Said) -> str:
    return said if isinstance(said, str) else said.text

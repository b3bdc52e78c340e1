"""What a rule can ask for by name: the inference model, the embedder, its options, the analysis of a text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import BaseModel

from checker.errors import CheckerError, ModelError
from checker.models.pairing import NO_OPINION, Judgement
from checker.protocols import Embedder, Inferer
from checker.rules.statement_views import StatementView
from checker.rules.text_views import DocumentView, SentenceView

if TYPE_CHECKING:
    from checker.protocols import Floats

Said = str | StatementView | SentenceView
CLOSE = 0.01
_LABELS = ("contradiction", "entailment", "neutral")


class Nli:
    """The inference model's opinion of pairs, each pair asked once a run.

    A pair that the model cannot read (empty, too long, in a language that it does not know) is answered with
    ``NO_OPINION``, neutral with no confidence, and counted in ``unread``.
    """

    def __init__(self, inferer: Inferer) -> None:
        self.inferer = inferer
        self._known: dict[tuple[str, str], Judgement] = {}

    @property
    def judged(self) -> int:
        """How many different pairs were scored."""
        return len(self._known)

    @property
    def unread(self) -> int:
        """How many of them the model could not read."""
        return sum(judgement == NO_OPINION for judgement in self._known.values())

    def judge(self, premise: Said, hypothesis: Said) -> Judgement:
        """Probabilities that ``premise`` contradicts, entails or says nothing of ``hypothesis``."""
        return self.judge_many([(premise, hypothesis)])[0]

    def judge_many(self, pairs: Sequence[tuple[Said, Said]]) -> list[Judgement]:
        """The same for many pairs in one batch, in order: much faster than one by one.

        Raises:
            ModelError: the model failed, or what it gives are no probabilities.
        """
        texts = [(_text(a), _text(b)) for a, b in pairs]
        # each new pair once, in a fixed order
        new = list(dict.fromkeys(pair for pair in texts if pair not in self._known))
        if new:
            self._known.update(zip(new, self._infer(new), strict=True))
        return [self._known[pair] for pair in texts]

    def _infer(self, pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
        """What the model answers; anything but three probabilities a pair would be a silent score."""
        name = getattr(self.inferer, "name", "") or type(self.inferer).__name__
        try:
            rows = [[float(v) for v in row] for row in self.inferer.probabilities(pairs)]
        except CheckerError:
            raise
        # a model of a plugin or a library: whatever it raises means that it has no answer
        except Exception as error:
            first = " ".join(str(error).split())[:200]
            raise ModelError(f"The inference model {name} failed: {type(error).__name__}: {first}") from None
        sound = all(len(row) == 3 and min(row) >= -CLOSE and abs(sum(row) - 1) <= CLOSE for row in rows)
        if len(rows) != len(pairs) or not sound:
            raise ModelError(
                f"The inference model {name} must give three probabilities for each of the {len(pairs)} pairs it is "
                "asked about, contradiction, entailment and neutral, which sum to 1."
            )
        return [
            Judgement(**dict(zip(_LABELS, (min(1.0, max(0.0, v)) for v in row), strict=True))) for row in rows
        ]


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

    def nearest(self, said: Said, among: Sequence[Said], most: int) -> list[int]:
        """Rows of the texts nearest to ``said`` by cosine, nearest first; of equally near ones the first."""
        if not among:
            return []
        # rounded, so that the last digits of a processor's arithmetic decide nothing
        near = (self.encode(among) @ self.encode([said])[0]).round(4).tolist()
        return sorted(range(len(near)), key=lambda n: (-near[n], n))[:most]

    def similarity(self, left: Said, right: Said) -> float:
        """Cosine of the two texts' vectors, -1 to 1."""
        rows = self.encode([left, right])
        return float(rows[0] @ rows[1])


@dataclass(frozen=True)
class Services:
    """Everything rules may ask for; what is None is not there, and rules that cannot do without it are not run.

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

"""What benchmarks/nli.py measures: the public sets, the kinds of news pairs, sentences of our own; the goals."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class PublicSet:
    """A set and the source of its pairs; a source with a hyphen at its end stands for all that begin so.

    ``reference`` is the accuracy of the reference run on a CPU, ``goal`` that of our run on a CPU, ``goal_gpu``
    with a GPU.
    """

    name: str
    source: str
    reference: float | None = None
    goal: float | None = None
    goal_gpu: float | None = None

    def holds(self, source: str) -> bool:
        """Whether pairs of this source belong to the set."""
        return source == self.source or (self.source.endswith("-") and source.startswith(self.source))


@dataclass(frozen=True)
class NewsGroup:
    """Kinds of pairs with one label, and the answer that is counted; ``ceiling``: the fewer, the better."""

    name: str
    kinds: tuple[str, ...]
    label: str
    counted: str
    goal: float | None = None
    ceiling: bool = False


SETS = (
    PublicSet("MNLI-dev", "MNLI-dev", 0.659, 0.74, 0.78),
    PublicSet("SNLI-test", "SNLI-test", 0.724, 0.80, 0.85),
    PublicSet("New Protocols", "NewProtocols-", None, 0.76, 0.80),
    PublicSet("- edit_other", "NewProtocols-edit_other", 0.678),
    PublicSet("- paragraph", "NewProtocols-paragraph"),
    PublicSet("FeverSymmetric", "FeverSymmetric", 0.739, 0.79, 0.81),
    PublicSet("ConjNLI", "ConjNLI", None, 0.66, 0.70),
    PublicSet("FEVER", "FEVER"),
    PublicSet("LingNLI", "LingNLI"),
    PublicSet("CAD-SNLI", "CAD-SNLI"),
)

CON, ENT, NEU = "contradiction", "entailment", "neutral"
FACTS = tuple(f"outlets-{k}" for k in ("number", "date", "name", "polarity", "antonym", "quotation", "roles"))
CHANGED = ("number", "date", "name", "speaker", "antonym", "polarity", "quotation", "merged")
RIGHT = (*CHANGED, "roles", "passive", "coreference", "predicate", "object", "detail", "added", "modality")
# kinds of training/nli/data.py, then those of draft_pairs.py
NEWS = (
    NewsGroup("two sentences of one article", ("neighbour",), NEU, CON, 0.01, True),
    NewsGroup("an edited sentence, another place", ("elsewhere",), NEU, CON, 0.01, True),
    NewsGroup("two outlets, loosely alike", ("loose",), NEU, CON, 0.01, True),
    NewsGroup("two outlets, one thing changed", FACTS, CON, CON, 0.80),
    *(NewsGroup(f"- {kind[8:]}", (kind,), CON, CON) for kind in FACTS),
    NewsGroup("two outlets that agree", ("outlets",), ENT, ENT),
    NewsGroup("- called contradiction", ("outlets",), ENT, CON, None, True),
    NewsGroup("a clause or shorter form", ("clause",), ENT, ENT),
    NewsGroup("draft: rightly told", RIGHT, ENT, ENT),
    NewsGroup("draft: a fact changed", CHANGED, CON, CON),
    NewsGroup("draft: who did it to whom", ("roles", "passive"), CON, CON),
    NewsGroup("draft: another name for he or she", ("coreference",), CON, CON),
    NewsGroup(
        "draft: another deed or object", ("predicate", "object", "object-opposite"), NEU, ENT, None, True
    ),
    NewsGroup("draft: a detail nobody told", ("detail", "added"), NEU, ENT, None, True),
    NewsGroup("draft: planned or claimed as fact", ("modality", "claim"), NEU, ENT, None, True),
)

# with the label that an editor would give; the first is the hardest case of two votes that we know: its premise tells
# of both resolutions
OWN = (
    (
        "Norway not only voted against the resolution that Peru and Chile had written, it also tabled its own.",
        "In the end Norway abstained in the last vote, which was on its own resolution.",
        NEU,
    ),
    ("Norway voted against the resolution.", "Norway abstained on the resolution.", CON),
    ("The fire killed 12 people.", "The fire killed 15 people.", CON),
    ("The fire killed 12 people, the mayor said.", "A dozen people died in the blaze.", ENT),
    ("The mayor met the fishermen on Tuesday.", "The fishermen went to sea on Wednesday.", NEU),
    ("The firm denied the accusations.", "The firm admitted that the accusations were true.", CON),
    ("Anna Berg defeated Tom Lind in the runoff.", "Tom Lind defeated Anna Berg in the runoff.", CON),
)


def reference_votes(folder: Path) -> list[tuple[str, str, str]]:
    """The two votes of the reference table (``shared/nli/baseline.md``), both ways round, in their articles' words.

    ``folder``: the five sample articles; empty where they are not there.
    """
    lines = [
        line.strip()
        for path in sorted(folder.glob("00?_*.txt"))
        for line in path.read_text("utf-8").splitlines()
    ]
    against = [line for line in lines if "voted against the resolution" in line]
    abstained = [line for line in lines if "own resolution" in line and "abstain" in line]
    pairs = [(one, other) for one in against for other in abstained]
    return [(p, h, NEU) for one, other in pairs for p, h in ((one, other), (other, one))]

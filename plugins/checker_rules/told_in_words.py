"""The inference model's second opinion of a lack: does who is said to lack it tell it, does who is said to tell it.

The model was trained on such pairs, too: passages of one account and what another one says, read and labelled. Its
answers are signs among others in ``worth``; none of them decides alone.
"""

import math
from collections.abc import Sequence

from checker.rules.services import Embed, Nli
from checker.rules.vocabulary import DocumentView, SentenceView

NEAREST = 3  # sentences, by vectors, in which an account may tell it
LONGEST = 400  # characters of each of these
# without a model: what it says on the mean of the lacks that readers have judged
UNASKED_TOLD, UNASKED_BORNE, UNASKED_OTHERWISE = -4.05, -0.8, -3.7
ALONE = 0.5  # nobody else is said to tell it; the weights were fitted with this
_LEAST = 0.01  # so near to 0 and 1 probabilities say nothing more


class ToldInWords:
    """Asks the model of one story's things; ``nli`` may be None."""

    def __init__(self, embed: Embed, nli: Nli | None) -> None:
        self._embed = embed
        self._nli = nli

    def signs(
        self,
        words: str,
        shown: SentenceView,
        tellers: Sequence[SentenceView],
        lacking: Sequence[DocumentView],
    ) -> dict[str, float]:
        """Log odds, about -5 to 5: "told": of the likeliest of who lacks it; "borne out": of the least of who tells it.

        "otherwise": that one who lacks it contradicts it, and so speaks of it. ``shown`` is the sentence that the words
        are of; it is not asked.
        """
        others = [s for s in tellers if s.document != shown.document]
        if self._nli is None:
            borne = UNASKED_BORNE if others else ALONE
            return {"told": UNASKED_TOLD, "otherwise": UNASKED_OTHERWISE, "borne out": borne}
        premises = [self._nearest(words, d) for d in lacking]
        pairs = [(p, words) for both in premises for p in both] + [(_around(s), words) for s in others]
        judged = self._nli.judge_many(pairs)
        count = sum(len(both) for both in premises)
        lacking_say, tellers_say = judged[:count], judged[count:]
        return {
            "told": max((_log_odds(j.entailment) for j in lacking_say), default=UNASKED_TOLD),
            "otherwise": max((_log_odds(j.contradiction) for j in lacking_say), default=UNASKED_OTHERWISE),
            "borne out": min((_log_odds(j.entailment) for j in tellers_say), default=ALONE),
        }

    def _nearest(self, words: str, document: DocumentView) -> list[str]:
        """The sentence that comes nearest, and the nearest three in their order."""
        sentences = document.sentences
        best = self._embed.nearest(words, sentences, NEAREST)
        together = " ".join(sentences[n].text[:LONGEST] for n in sorted(best))
        return list(dict.fromkeys([sentences[best[0]].text[:LONGEST], together])) if best else []


def _around(sentence: SentenceView) -> str:
    """The sentence with the one before it, which may say who is meant."""
    before = sentence.document.sentences[max(0, sentence.index - 1) : sentence.index]
    return " ".join(s.text[:LONGEST] for s in (*before, sentence))


def _log_odds(probability: float) -> float:
    p = min(1 - _LEAST, max(_LEAST, probability))
    return round(math.log(p / (1 - p)), 3)

"""Everything that one account denies and the other states, of whatever kind: deeds, traces, presence, claims."""

from collections.abc import Iterator

from checker.rules.vocabulary import StoryView
from checker_rules.claims_denied import claims_denied
from checker_rules.common_roots import told_alike
from checker_rules.denials import Denial, denials
from checker_rules.fates import fates_apart
from checker_rules.figures import one_percentage
from checker_rules.moves_apart import moves_apart
from checker_rules.nearest import short
from checker_rules.presence import presence_apart
from checker_rules.traces import traced

# who it is and what is meant are named in both
_NAMED = 0.6
# what only classes of words tie together
_STATED = 0.49


def denied_otherwise(story: StoryView) -> Iterator[Denial]:
    """The denials of a story, the surest first."""
    found = [
        *denials(story),
        *(Denial(t.left, t.right, t.sure, places=t.places) for t in traced(story)),
        *(
            Denial(a.statement, b.statement, _NAMED, opposite=True, places=(a.place, b.place), sole=True)
            for a, b in presence_apart(story)
        ),
        *(
            Denial(
                c.made,
                c.denied,
                _NAMED,
                opposite=True,
                places=c.places,
                sole=short(c.made.document, c.denied.document),
            )
            for c in claims_denied(story)
        ),
        *(
            Denial(
                a.statement,
                b.statement,
                _STATED,
                opposite=True,
                places=(a.place, b.place),
                sole=told_alike(a.statement.sentence, b.statement.sentence)
                or one_percentage(a.statement, b.statement),
            )
            for a, b in (*fates_apart(story), *moves_apart(story))
        ),
    ]
    yield from sorted(found, key=lambda d: (-d.sure, d.left.key, d.right.key))

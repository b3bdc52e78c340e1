"""Words that make of what a verb tells no fact: it is wanted, only possible, or was not done; questions."""

from checker.rules.vocabulary import SentenceView

MODALS = frozenset("may might could would should can must ought".split())
# verbs and nouns of what is wanted, feared, expected or tried
WANTED = frozenset(
    "ask want demand urge seek hope plan expect threaten try fear call request consider doubt warn aim intend attempt "
    "propose push press wish vow promise offer need prepare invite forecast predict".split()
)
# what turns round what hangs on it
UNDONE = frozenset({"refuse", "fail", "decline", "deny", "unable", "without"})


def asks(sentence: SentenceView) -> bool:
    """Whether a sentence is a question."""
    return sentence.text.rstrip("”\"'").endswith("?")

"""Deeds done once in an affair, in groups of verbs that news uses for one another: two groups are two deeds."""

from collections.abc import Sequence

from checker.models.language import Value, Word
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import SentencePair
from checker.rules.vocabulary import MentionView
from checker_rules.slots import head_index

_GROUPS = """
begin start open launch
end finish close conclude stop halt
vote ballot
announce unveil introduce propose present
pass approve adopt ratify
reject defeat
sign
veto
arrest detain capture apprehend
charge indict
plead
convict
acquit
sentence
release free
kidnap abduct
die kill perish
injure wound
resign quit
appoint name nominate
confirm
dismiss sack oust
inaugurate
withdraw retract rescind
issue publish
repeal revoke
resume restart
suspend
appeal
sue file
test
board
found establish
merge
arrive
depart leave
meet
testify
apologise apologize
impeach
"""
_GROUP = {spelling(word): n for n, line in enumerate(_GROUPS.split("\n")) for word in line.split()}
# deeds of one moment, as one looks at them: what is released is announced, and a body passes a bill by a vote
_KIN = tuple(
    frozenset(_GROUP[spelling(word)] for word in row.split())
    for row in ("announce issue release", "vote pass reject confirm impeach")
)
_AUXILIARY = frozenset({"be", "have", "do"})


def two_deeds_named(pair: SentencePair, a: MentionView[Value], b: MentionView[Value]) -> bool:
    """Whether the verbs right above the two places are of two deeds: voted on Monday, started on Thursday."""
    one, other = _deed(pair.left_words, a), _deed(pair.right_words, b)
    return one >= 0 and other >= 0 and one != other and not any({one, other} <= kin for kin in _KIN)


def _deed(words: Sequence[Word], mention: MentionView[Value]) -> int:
    """The group of the nearest full verb above a place; -1 when it is of none."""
    i = next((n for n, w in enumerate(words) if mention.span.overlaps(w.span)), -1)
    seen: set[int] = set()
    while 0 <= i < len(words) and i not in seen:
        seen.add(i)
        word = words[i]
        if (
            word.pos in ("VERB", "AUX")
            and not mention.span.overlaps(word.span)
            and word.lemma not in _AUXILIARY
        ):
            return _GROUP.get(spelling(word.lemma), -1)
        i = head_index(words, i)
    return -1

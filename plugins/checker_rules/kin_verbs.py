"""Verbs for one deed that are no synonyms elsewhere: what escapes from a plant is released, who crosses in enters."""

from checker.rules.alignment import spelling
from checker.rules.vocabulary import StatementView
from checker_rules.one_deed import Roles, one_verb, undergone

_ROWS = """
escape leak release spill discharge emit leak_out seep
cross enter cross_into invade
inform notify alert
repay pay_back reimburse
reopen restart resume
recover retrieve
evacuate clear
"""
_ROW = {spelling(word): n for n, row in enumerate(_ROWS.split("\n")) for word in row.split()}
# without an object the subject undergoes the deed: gas escaped, gas was released
_UNDERGOES = frozenset(
    spelling(word) for word in "escape leak spill seep leak_out reopen restart resume".split()
)


def kin(left: str, right: str) -> bool:
    """Whether two other predicates tell one deed of what has the same role."""
    a, b = spelling(left), spelling(right)
    return a != b and a in _ROW and _ROW[a] == _ROW.get(b)


def same_deed(left: str, right: str) -> bool:
    """Whether two predicates are one verb, or two for one deed."""
    return one_verb(left, right) or kin(left, right)


def kin_roles(statement: StatementView, roles: Roles) -> Roles:
    """The roles, with what undergoes the deed as the object."""
    return undergone(statement, roles, _UNDERGOES)

"""What a new plugin is called: as a distribution, as a module, and how its rules' codes begin."""

import keyword
import re
from collections.abc import Iterable
from dataclasses import dataclass

from checker.errors import UsageError
from checker.models.findings import RuleInfo

# the names that Python's packaging takes (PEP 508)
_DISTRIBUTION = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_LETTERS = re.compile(r"[A-Z]+")
_LONGEST = 50
_LONGEST_CODE = 10
# said of every plugin, so it tells none from another
_COMMON = {"checker", "fact", "consistency", "plugin", "rules", "the"}


@dataclass(frozen=True)
class PluginNames:
    """One plugin's names: ``desk-style``, ``desk_style`` and ``DESK`` (the first rule is ``DESK101``)."""

    distribution: str
    module: str
    code: str


def names_of(name: str, code: str | None, known: Iterable[RuleInfo]) -> PluginNames:
    """The names of a new plugin.

    Args:
        name: of the distribution.
        code: capital letters that its codes begin with; left out: taken from the name.
        known: the rules that are loaded here, whose codes are taken.

    Raises:
        UsageError: a name or code that cannot be used; the message says why and what would do.
    """
    if not _DISTRIBUTION.fullmatch(name) or len(name) > _LONGEST:
        raise UsageError(
            f"{name!r:.60} is no name for a package: take at most {_LONGEST} letters, digits and hyphens, such "
            "as harbour-desk."
        )
    module = re.sub(r"[-_.]+", "_", name).lower()
    if not module.isidentifier() or keyword.iskeyword(module):
        raise UsageError(
            f"{name!r} would be the module {module!r}, which Python cannot import; take another name."
        )
    if _is_there(name, module):
        raise UsageError(f"{name!r} or its module {module!r} is installed here already; take another name.")
    return PluginNames(name, module, _code(code, name, known))


def _is_there(name: str, module: str) -> bool:
    import sys
    from importlib.metadata import PackageNotFoundError, distribution
    from importlib.util import find_spec

    # a folder without code, such as an earlier try of the same name, can be imported but hides nothing
    spec = find_spec(module)
    if module in sys.stdlib_module_names or (spec is not None and spec.origin is not None):
        return True
    try:
        return bool(distribution(name))
    except PackageNotFoundError:
        return False


def _code(code: str | None, name: str, known: Iterable[RuleInfo]) -> str:
    if code is not None and (not _LETTERS.fullmatch(code) or len(code) > _LONGEST_CODE):
        raise UsageError(
            f"{code!r:.60} cannot begin a code: take at most {_LONGEST_CODE} capital letters, such as --code DESK "
            "(for DESK101)."
        )
    begins = code or _from_name(name)
    if not begins:
        raise UsageError(f"No code can be made of {name!r}: give capital letters, such as --code DESK.")
    for info in known:
        letters = info.code.rstrip("0123456789")
        if letters == begins:
            raise UsageError(
                f"The code {begins} is taken by {info.code} of {info.plugin}; give another with --code."
            )
        # --select takes beginnings
        if letters.startswith(begins) or begins.startswith(letters):
            both = min(letters, begins, key=len)
            raise UsageError(
                f"The code {begins} is too near to {info.code} of {info.plugin}: --select {both} would take both; "
                "give another with --code."
            )
    return begins


def _from_name(name: str) -> str:
    words = [w for w in re.split(r"[^A-Za-z]+", name) if w and w.lower() not in _COMMON]
    return words[0].upper()[:_LONGEST_CODE] if words else ""

"""From paths to texts: finds the files, reads each by its format, makes the text harmless."""

from collections.abc import Sequence

from checker.protocols import Reader
from checker.read.document import MAX_BYTES, read_document, suffixes
from checker.read.paths import STANDARD_INPUT, slug, source_of
from checker.read.paths import find_paths as _find_paths

__all__ = ["MAX_BYTES", "STANDARD_INPUT", "find_paths", "read_document", "slug", "source_of", "suffixes"]


def find_paths(arguments: Sequence[str], *, readers: Sequence[Reader] = ()) -> list[str]:
    """The files that ``arguments`` name (files, folders, ``-``); ``readers`` add the endings they know.

    Raises:
        ReadError: an argument does not exist or cannot be read, or a folder holds nothing to read.
    """
    return _find_paths(arguments, suffixes(readers))

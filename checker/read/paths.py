"""Which files the arguments name: files, folders and standard input."""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from checker.errors import ReadError
from checker.models.text import Source
from checker.read.pipes import NoWriterError, read_pipe

STANDARD_INPUT = "-"


def shown(path: str) -> str:
    """A path as it may be printed: control characters and lone surrogates become ``?``."""
    return (
        "".join(c if c.isprintable() else "?" for c in path) if path != STANDARD_INPUT else "Standard input"
    )


def find_paths(arguments: Sequence[str], suffixes: Iterable[str] = (".txt",)) -> list[str]:
    """The files that ``arguments`` name; a folder gives its files of known suffixes at all depths, sorted.

    Hidden files and folders are skipped inside a folder, and linked folders are gone through once, but not those
    that lead back to where they are; ``-`` stands for standard input and is kept.

    Raises:
        ReadError: an argument does not exist or cannot be read, a folder holds nothing to read, or a link in it
            leads nowhere.
    """
    known = tuple(suffixes)
    found: list[str] = []
    for argument in arguments:
        if argument == STANDARD_INPUT:
            found.append(argument)
            continue
        if not argument:
            raise ReadError("An empty path was given; name a file or a folder.")
        try:
            inside = _in_folder(argument, known) if Path(argument).is_dir() else None
            if inside is None and not Path(argument).exists():
                raise ReadError(f"{shown(argument)}: there is no such file or folder.")
        except (OSError, ValueError) as error:
            raise ReadError(f"{shown(argument)} cannot be read: {_why(error)}.") from None
        if inside == []:
            raise ReadError(f"{shown(argument)} holds no file to read: known are {', '.join(known)}.")
        found += inside if inside is not None else [argument]
    return found


def _in_folder(folder: str, suffixes: tuple[str, ...]) -> list[str]:
    files: list[str] = []

    def fail(error: OSError) -> None:
        raise error

    seen: set[str] = set()
    waiting = [folder]
    while waiting:
        # links wait until the folder is walked: a file that is there by itself is called by its own name
        for root, folders, names in os.walk(waiting.pop(0), onerror=fail):
            real = os.path.realpath(root)
            if real in seen:
                folders[:] = []
                continue
            seen.add(real)
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            links = [str(Path(root) / name) for name in folders if (Path(root) / name).is_symlink()]
            waiting += [link for link in links if not _is_above(link, real)]
            wanted = [n for n in names if not n.startswith(".") and n.lower().endswith(suffixes)]
            files += [path for name in wanted if _is_there(path := str(Path(root) / name))]
    return sorted(files)


def _is_above(link: str, folder: str) -> bool:
    """Whether a linked folder is one of those that ``folder`` lies in: a loop, and more than was asked for."""
    real = Path(os.path.realpath(link))
    return real == Path(folder) or real in Path(folder).parents


def _is_there(path: str) -> bool:
    """Whether it is a file, and no pipe or device; a link that leads nowhere is an account that is missing."""
    if Path(path).is_symlink() and not Path(path).exists():
        raise ReadError(f"{shown(path)}: there is no such file or folder.")
    return Path(path).is_file()


def read_bytes(path: str, max_bytes: int) -> bytes:
    """The bytes of a file, never more than ``max_bytes``.

    Raises:
        ReadError: it is missing, a folder, not allowed to be read, or larger; size is looked at before
        reading.
    """
    try:
        if Path(path).is_fifo() and hasattr(os, "O_NONBLOCK"):
            raw = read_pipe(path, max_bytes + 1)
            if len(raw) > max_bytes:
                raise ReadError(too_large(path, max_bytes))
            return raw
        with Path(path).open("rb") as file:
            if os.fstat(file.fileno()).st_size > max_bytes:
                raise ReadError(too_large(path, max_bytes))
            raw = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise ReadError(f"{shown(path)}: there is no such file or folder.") from None
    except NoWriterError:
        raise ReadError(f"{shown(path)} is a pipe that nobody writes to.") from None
    except IsADirectoryError:
        raise ReadError(f"{shown(path)} is a folder, not a file.") from None
    except (OSError, ValueError) as error:
        raise ReadError(f"{shown(path)} cannot be read: {_why(error)}.") from None
    if len(raw) > max_bytes:
        raise ReadError(too_large(path, max_bytes))
    return raw


def too_large(path: str, max_bytes: int) -> str:
    """The sentence for a file over the limit."""
    return f"{shown(path)} is too large for an account: more than {max_bytes / 1e6:g} MB."


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).rstrip(".").lower()


_DIGEST = re.compile(r"[_-][0-9a-f]{12,64}$")


def slug(text: str) -> str:
    """Lower-case letters and digits joined by ``-``; letters of every script are kept."""
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    return "-".join(words)[:80] or "account"


def source_of(uri: str, title: str = "", outlet: str = "") -> Source:
    """Who an account is from, as its address says: a file's stem, a page's host, or standard input.

    ``outlet`` is the publisher's name when the format gave one; ``title`` names an account that has no
    address.
    """
    if uri == STANDARD_INPUT:
        return Source(id="stdin", name=outlet or "standard input", kind="web", uri=uri)
    if "://" in uri:
        host = (
            uri.split("://", 1)[1].split("/", 1)[0].rpartition("@")[2].partition(":")[0].removeprefix("www.")
        )
        return Source(id=slug(host), name=outlet or host, kind="web", uri=uri)
    stem = Path(uri).stem or title
    # a digest that a crawler put behind the name says nothing to a reader
    shown_stem = _DIGEST.sub("", stem) or stem
    words = shown_stem.replace("_", " ").replace("-", " ").split()
    plain = all(word.isalpha() and word.islower() for word in words)
    name = " ".join(word.capitalize() if plain else word for word in words) if plain else shown_stem
    return Source(id=slug(stem), name=outlet or name or "account", kind="web", uri=uri)

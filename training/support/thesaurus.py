"""Write ``checker/support/data/thesaurus.txt.gz``: English words with their synonyms and their opposites.

usage: apt-get download wordnet-base && dpkg -x wordnet-base_*.deb /tmp/wordnet
       python training/support/thesaurus.py /tmp/wordnet/usr/share/wordnet

From WordNet 3.0 (Princeton University; its licence stands at the head of the file): words that its annotated texts
use, in their four commonest senses. A line a word: the word, a tab, its synonyms, a tab, its opposites. The same
input gives the same bytes.
"""

import argparse
import gzip
import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "checker" / "support" / "data" / "thesaurus.txt.gz"
POS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSES = 4
# marks of relations in the database: of one sense (between two words) and of whole groups of synonyms
OPPOSITE, DERIVED, SIMILAR = "!", ("+", "\\"), "&"
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
Key = tuple[str, str]


class WordNet:
    """The database files of one folder: groups of synonyms, and the groups each word is in, commonest first."""

    def __init__(self, folder: Path) -> None:
        self.groups: dict[Key, tuple[list[str], list[tuple[str, Key, str]]]] = {}
        self.senses: dict[str, list[tuple[str, list[Key]]]] = defaultdict(list)
        self.used: set[str] = set()
        for pos, name in POS.items():
            for line in _lines(folder / f"data.{name}"):
                f = line.split(" | ")[0].split(" ")
                count = int(f[3], 16)
                words = [re.sub(r"\(.*\)", "", f[4 + 2 * n]).lower() for n in range(count)]
                at = 5 + 2 * count
                links = [f[at + 4 * n : at + 4 * n + 4] for n in range(int(f[at - 1]))]
                self.groups[pos, f[0]] = (
                    words,
                    [(mark, (kind.replace("s", "a"), to), ends) for mark, to, kind, ends in links],
                )
            for line in _lines(folder / f"index.{name}"):
                f = line.split()
                marks = int(f[3])
                self.senses[f[0]].append((pos, [(pos, group) for group in f[6 + marks :]]))
                if int(f[5 + marks]):
                    self.used.add(f[0])

    def near_and_opposed(self, word: str) -> tuple[set[str], set[str]]:
        """The synonyms and the opposites of a word, derived words among the former."""
        near: set[str] = set()
        opposed: set[str] = set()
        for pos, groups in self.senses.get(word, ()):
            for group in groups[:SENSES]:
                words, links = self.groups[group]
                near |= set(words)
                heads = [group]
                for mark, to, ends in links:
                    if mark == SIMILAR:
                        near |= set(self.groups[to][0])
                        heads.append(to)
                    elif ends != "0000" and words[int(ends[:2], 16) - 1] == word:
                        other = self.groups[to][0][int(ends[2:], 16) - 1]
                        if mark == OPPOSITE:
                            opposed.add(other)
                        elif mark in DERIVED:
                            near.add(other)
                if pos == "a":
                    opposed |= self._across(heads)
        return near, opposed - near

    def _across(self, heads: list[Key]) -> set[str]:
        """What is like the opposites of adjectives: heavy against featherlight."""
        found: set[str] = set()
        for head in heads:
            words = self.groups[head][0]
            for mark, to, ends in self.groups[head][1]:
                if mark == OPPOSITE and words:
                    others, links = self.groups[to]
                    found.add(others[int(ends[2:], 16) - 1])
                    found |= {w for m, t, _ in links if m == SIMILAR for w in self.groups[t][0]}
        return found


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(" ")]


def licence(folder: Path) -> list[str]:
    """The notice at the head of the database's files, as comments."""
    lines = (folder / "data.noun").read_text(encoding="utf-8").splitlines()
    return [f"# {line.strip().partition(' ')[2].strip()}".rstrip() for line in lines if line.startswith(" ")]


def main() -> None:
    """Read the database and write the file."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", type=Path, help="the folder of WordNet's database files")
    folder = ap.parse_args().folder
    net = WordNet(folder)
    kept = {w for w in net.used if _WORD.fullmatch(w)}
    lines = licence(folder)
    for word in sorted(kept):
        near, opposed = (sorted((words & kept) - {word}) for words in net.near_and_opposed(word))
        if near or opposed:
            lines.append(f"{word}\t{' '.join(near)}\t{' '.join(opposed)}")
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0))
    print(f"{len(lines)} lines, {OUT.stat().st_size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()

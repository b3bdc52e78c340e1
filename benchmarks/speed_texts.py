"""Accounts of about 500 words to measure with: a seed story, lengthened by paragraphs of others."""

from collections.abc import Sequence
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
STORIES = ("ferry-fire", "bridge-reopens", "un-vote")
WORDS = 500
PARAGRAPH = 12  # words; a shorter line is a headline, a byline or page furniture


def write_accounts(folder: Path, count: int = 3) -> list[str]:
    """Write ``count`` accounts into ``folder``; their paths."""
    pages = [[p.read_text("utf-8") for p in sorted((SEEDS / s).glob("*.txt"))[:count]] for s in STORIES]
    paths = []
    for number, texts in enumerate(zip(*pages, strict=True)):
        path = folder / f"account-{number + 1}.txt"
        path.write_text(lengthened(texts), "utf-8")
        paths.append(str(path))
    return paths


def lengthened(texts: Sequence[str]) -> str:
    """The first page whole, then paragraphs of the others until there are about 500 words."""
    page, *others = texts
    count = len(page.split())
    for line in (line for text in others for line in text.splitlines()):
        if len(line.split()) >= PARAGRAPH and count < WORDS:
            page += f"\n\n{line}\n"
            count += len(line.split())
    return page

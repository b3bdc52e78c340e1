"""A rule in a process of its own: it does not outlive the command."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HANGS = """
import time
from checker.rules.apart import run_apart
def hang():
    print("begun", flush=True)
    while True:
        try:
            time.sleep(60)
        except BaseException:
            pass
run_apart(hang, 60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a process is split off on Linux alone")
@pytest.mark.parametrize("ended", [signal.SIGTERM, signal.SIGKILL])
def test_a_hanging_rule_ends_with_the_command_and_holds_no_pipe(ended: signal.Signals) -> None:
    command = [sys.executable, "-c", HANGS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as running:
        assert running.stdout and running.stdout.readline() == "begun\n"
        running.send_signal(ended)
        # comes back only when nobody holds the other end any longer
        rest, _ = running.communicate(timeout=20)
    assert (rest, running.returncode) == ("", -ended)

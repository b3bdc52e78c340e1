"""A report in every format that was asked for; one that fails is named, and the others are made."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from checker.cli.output import FORMATS, Output, rendered
from checker.errors import PluginError

if TYPE_CHECKING:
    from checker.models.findings import RuleFailure
    from checker.models.report import Report

More = Mapping[str, "Callable[[Report], str]"]


def render_each(
    report: "Report", outputs: Iterable[Output], more: More | None = None
) -> "tuple[dict[Output, str], list[RuleFailure]]":
    """What each output is to hold, and the formats that failed.

    Args:
        report: what to write.
        outputs: the formats, and where they go.
        more: formats of plugins.
    """
    from checker.models.findings import RuleFailure

    texts: dict[Output, str] = {}
    failed: list[RuleFailure] = []
    for output in outputs:
        try:
            texts[output] = rendered(report, output, more)
        except PluginError as error:
            failed.append(RuleFailure(plugin=error.plugin, target=output.format, error=str(error)))
        except Exception as error:
            if os.environ.get("CHECKER_TRACEBACK"):
                raise
            what = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
            told = f"The output format {output.format!r} failed: {what}."
            failed.append(RuleFailure(plugin="checker", target=output.format, error=told))
    return texts, list(dict.fromkeys(failed))


def render_complete(
    report: "Report", outputs: Sequence[Output], more: More, heard: "Callable[[], Iterable[RuleFailure]]"
) -> "tuple[Report, dict[Output, str]]":
    """As ``render_each``, where a format that fails is a failure of the report, which the others tell.

    Args:
        report: what to write.
        outputs: the formats, and where they go.
        more: formats of plugins.
        heard: what plugins did wrong, asked when they have rendered.
    """
    texts, failed = render_each(report, [o for o in outputs if o.format not in FORMATS], more)
    # what plugins printed stands among the failures, which those of the check itself are as well
    report = _with(report, [*failed, *heard()])
    own = [o for o in outputs if o.format in FORMATS]
    while True:
        made, failed = render_each(report, own)
        if not failed:
            return report, texts | made
        report = _with(report, failed)
        own = [o for o in own if o in made]


def _with(report: "Report", failed: "Iterable[RuleFailure]") -> "Report":
    new = [f for f in failed if f not in report.failures]
    if not new:
        return report
    run = report.run.model_copy(update={"incomplete": True})
    return report.model_copy(update={"failures": (*report.failures, *new), "run": run})

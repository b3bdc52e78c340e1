"""The rules' turn: run each, then make of what they say one ordered list of findings."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.config import Config
from checker.errors import PluginError
from checker.models.findings import Finding, RuleFailure
from checker.models.report import RunInfo
from checker.models.text import Document
from checker.rules.authoring import Rule
from checker.rules.services import Services
from checker.rules.story_views import StoryView

if TYPE_CHECKING:
    from checker.plugin_manager import Plugins


PutAside = tuple[frozenset[str], dict[str, str]]


def selected_rules(config: Config, plugins: "Plugins") -> list[Rule]:
    """The rules that are to run.

    Raises:
        UnknownRuleError: a code that no loaded rule has.
        UsageError: an expression that cannot be read, or nothing is left to run.
        PluginError: a code is unknown or nothing is left because a plugin could not be loaded.
    """
    from checker.errors import UsageError

    rules = plugins.selection(config).of(plugins.rules)
    if not rules and plugins.failures:
        first = plugins.failures[0]
        raise PluginError(f"No rule is left to run: plugin {first.plugin} {first.error.rstrip('.')}.")
    if not rules:
        raise UsageError(
            "No rule is left to run: change --select, --ignore or -k; 'checker rules' lists them all."
        )
    return rules


def refuse_idle(rules: Sequence[Rule], services: Services, why_not: str) -> None:
    """Refuse a run in which every selected rule would be skipped: that nothing is found would mean nothing.

    Args:
        rules: those that are to run.
        services: what they may ask for.
        why_not: why there is no inference model, as part of a sentence.

    Raises:
        UsageError: none of them can run.
    """
    from checker.errors import UsageError

    if all(services.lacks(rule.needs) for rule in rules):
        need = "needs" if len(rules) == 1 else "need"
        raise UsageError(
            f"No rule is left to run: {', '.join(r.code for r in rules)} {need} the inference model, and {why_not}; "
            "select another rule, or choose another model with --nli."
        )


def put_aside(config: Config) -> PutAside:
    """The fingerprints of the baseline, and those that an editor put aside with her reasons.

    Raises:
        ConfigError: one of the two files cannot be read.
    """
    from checker.findings.baseline import read_baseline
    from checker.findings.suppress import read_suppressions

    known = read_baseline(Path(config.baseline)) if config.baseline else frozenset[str]()
    return known, read_suppressions(Path(config.suppressions)) if config.suppressions else {}


def judge(
    stories: Sequence[StoryView],
    rules: Sequence[Rule],
    documents: Sequence[Document],
    config: Config,
    plugins: "Plugins",
    services: Services,
    aside: PutAside,
    run: RunInfo,
) -> tuple[list[Finding], list[RuleFailure]]:
    """Findings merged, ranked, fingerprinted and put aside as configured, with what failed on the way."""
    from checker.findings.baseline import mark_known
    from checker.findings.fingerprint import with_fingerprints
    from checker.findings.gate import confident, without_ignored_sources
    from checker.findings.lesser import set_apart
    from checker.findings.merge import merge, without_explained
    from checker.findings.opinion import with_opinion, without_repeated
    from checker.findings.rank import rank
    from checker.findings.suppress import suppress
    from checker.findings.sureness import sure_enough
    from checker.rules.engine import run_rules
    from checker.rules.selection import severities

    known, reasons = aside
    found, failures = run_rules(
        stories,
        rules,
        services,
        time_limit=config.time_limit,
        severities=severities(rules, config.severity),
        guests=plugins.guests,
    )
    drafts = {s.id: s.draft for s in stories if s.draft}
    found = [
        f for f in found if f.story not in drafts or any(e.document == drafts[f.story] for e in f.evidence)
    ]
    opinions = {r.code for r in rules if "nli" in r.needs} - set(plugins.guests)
    findings = without_explained(merge(without_repeated(found, opinions)))
    if services.nli is not None:
        spare = {*plugins.guests, *opinions}
        try:
            findings = with_opinion(findings, services.nli.judge_many, spare)
        except PluginError as error:
            # a plugin's model: the findings stay as sure as their rules are
            failures.append(RuleFailure(plugin=error.plugin, target="confidence", error=str(error)))
    ours = {r.code for r in rules} - set(plugins.guests)
    findings = set_apart(sure_enough(findings, ours), ours, drafts=drafts, opinions=opinions)
    findings = rank(confident(findings, config.min_confidence))
    findings = without_ignored_sources(
        with_fingerprints(findings, documents), documents, config.per_source_ignores
    )
    findings = mark_known(suppress(findings, reasons), known)
    return plugins.modify_findings(findings, run, {d.id: d.text for d in documents}), failures

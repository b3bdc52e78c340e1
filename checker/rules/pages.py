"""A rule's page, made from its docstring: the same text that ``checker explain`` shows, as Markdown."""

from checker.models.findings import RuleInfo


def page(info: RuleInfo) -> str:
    """The page of a rule: what it flags, why, example, what it leaves alone, options."""
    lines = [f"# {info.code} ({info.name})", "", info.summary, "", *_facts(info), ""]
    if info.explanation:
        lines += [info.explanation, ""]
    if properties := info.options.get("properties"):
        lines += ["## Options", "", "| option | default | what |", "|---|---|---|"]
        for name, schema in sorted(properties.items()):
            lines.append(f"| `{name}` | `{schema.get('default')}` | {schema.get('description', '')} |")
        lines.append("")
    lines += [f"Made from the rule's docstring in `{info.plugin}`; change it there."]
    return "\n".join(lines) + "\n"


def _facts(info: RuleInfo) -> list[str]:
    return [f"Category `{info.category}`, severity `{info.severity}`, scope `{info.scope}`, {info.status}."]

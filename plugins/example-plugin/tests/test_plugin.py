"""The plugin as a whole: what it brings, and whole checks with the checker's own rules beside its own."""

from checker.testing import check_texts, plugin_problems

ENOUGH = " The harbour was closed for the rest of the day. Work is to begin again on Tuesday."
TEXTS = {
    "coast": "A fire on a ferry off Porto Verde killed 12 people on Monday. "
    "Interior Minister Ana Silva came to the harbour. The repair will cost 4 million euros." + ENOUGH,
    "harbour": "A fire on a ferry off Porto Verde killed 12 people on Monday, the coroner said. "
    "Transport Minister Ana Silva came to the harbour. The repair will cost 4 million euros." + ENOUGH,
}


def test_the_plugin_as_a_whole() -> None:
    assert plugin_problems("checker_desk_style") == []


def test_its_findings_come_out_of_a_whole_check() -> None:
    report = check_texts(TEXTS, options={"STYLE103": {"home": "USD"}}, inferer="off")
    assert report.failures == ()
    said = {f.code: f.message for f in report.findings if f.code.startswith("STYLE")}
    # the checker's own rules may see the same discrepancy: then it is one finding that names both rules
    assert any("STYLE102" in (f.code, *f.data.get("also", ())) for f in report.findings)
    assert said["STYLE101"] == "Coast gives 12 dead without a source; Harbour has the figure from the coroner"
    assert said["STYLE103"].endswith("gives 4 million euros and no sum in USD")


def test_the_preset() -> None:
    report = check_texts(TEXTS, presets="desk-style")
    said = {f.code: f.message for f in report.findings}
    assert said["STYLE102"] == "Ana Silva is Interior Minister in Coast, Transport Minister in Harbour"
    assert [rule.code for rule in report.rules] == ["STYLE101", "STYLE102", "STYLE103"]
    assert {f.code: f.severity for f in report.findings} == {"STYLE101": "warning", "STYLE102": "warning"}


def test_accounts_that_agree_have_no_finding() -> None:
    report = check_texts({"coast": TEXTS["harbour"], "harbour": TEXTS["harbour"]}, presets="desk-style")
    assert report.findings == () and report.failures == ()

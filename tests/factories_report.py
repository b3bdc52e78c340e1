# ruff: noqa: E501 -- sample sentences stay whole
"""Sample reports in our own words, with invented outlets; hostile text stands in one of them."""

from hashlib import sha256

from checker.models.findings import (
    Category,
    Evidence,
    Finding,
    Role,
    RuleFailure,
    RuleInfo,
    Severity,
    Verdict,
)
from checker.models.report import Claim, Report, RunInfo, Story
from checker.models.text import Block, BlockKind, Document, Source, Span

HOSTILE = "<script>alert(1)</script>\u202egnp.exe\x1b[31m=cmd|' /C calc'!A0 \x07\u2066x"

HARBOUR = """\
Assembly backs Kyiv text as Washington votes against
NEW YORK
The General Assembly adopted the resolution on Monday by 93 votes to 18, with 65 abstentions.
The United States voted against the text, as did Russia and Hungary.
“The progress we have made in these talks is very good,” the envoy said after the session.
A rival American draft was passed only after it had been amended.
Share this article
Sign up for our newsletter
You may also like: Ten harbours to see before winter
The leaders of seven large economies had failed to agree on a statement that morning.
"""
LEDGER = """\
UN adopts resolution on the war
The General Assembly adopted the resolution on Monday by 93 votes to 16, with 65 abstentions, and diplomats stood to applaud.
Washington voted against it. China abstained.
“The progress made in those talks is very constructive,” the envoy said.
The leaders of seven large economies failed to agree on a joint statement earlier in the day.
"""
COURIER = """\
# A divided hall
The assembly adopted the text by 93 votes to 18.
An American draft on the same subject was passed after delegates had amended it.
“We voted for peace, not for a side,” said the delegate of Morland, who left the hall early.
"""
TEASER = "Kyiv text adopted: what it means\n"
FERRY_A = """\
Ferry fire kills twelve
At least 12 people died when the ferry Alma caught fire off Port Lera on Tuesday, the coast guard said.
The captain was taken to hospital with burns.
"""
FERRY_B = """\
Fifteen dead on burning ferry
Fifteen people died in the fire on the ferry Alma, the ministry said on Wednesday.
"""


def document(
    id: str, source: str, text: str, uri: str, kinds: dict[int, BlockKind] | None = None, **more: object
) -> Document:
    """A document whose lines are its blocks; ``kinds`` by line, paragraphs otherwise, a headline first."""
    blocks, at = [], 0
    for n, line in enumerate(text.splitlines()):
        kind: BlockKind = (kinds or {}).get(n, "headline" if n == 0 else "paragraph")
        blocks.append(Block(kind=kind, span=Span(start=at, end=at + len(line))))
        at += len(line) + 1
    values = {"title": text.splitlines()[0], "language": "en", "blocks": tuple(blocks), **more}
    return Document(id=id, source=source, uri=uri, text=text, **values)  # type: ignore[arg-type]


def quote(doc: Document, words: str, role: Role, *marks: str, note: str = "") -> Evidence:
    """Evidence on the first place of ``words``; every word of ``marks`` inside it is marked."""
    start = doc.text.index(words)
    spans = []
    for mark in marks:
        at = start + words.index(mark)
        spans.append(Span(start=at, end=at + len(mark)))
    end = start + len(words)
    return Evidence(
        document=doc.id,
        span=Span(start=start, end=end),
        exact=words,
        role=role,
        marks=tuple(spans),
        note=note,
    )


def missing(doc: Document, before: str) -> Evidence:
    """The place in ``doc`` right after ``before`` where something is missing."""
    at = doc.text.index(before) + len(before)
    return Evidence(document=doc.id, span=Span(start=at, end=at), exact="", role="absent")


def finding(
    code: str,
    category: Category,
    message: str,
    *evidence: Evidence,
    verdict: Verdict = "review",
    severity: Severity = "warning",
    confidence: float = 0.7,
    story: str = "s1",
    suppressed: str = "",
    suggestions: tuple[str, ...] = (),
) -> Finding:
    return Finding(
        code=code,
        rule=code.lower(),
        category=category,
        verdict=verdict,
        severity=severity,
        confidence=confidence,
        message=message,
        primary=evidence[0],
        related=evidence[1:],
        story=story,
        fingerprint=sha256(f"{code}{message}".encode()).hexdigest(),
        suppressed=suppressed,
        suggestions=suggestions,
        data={"n": 1},
    )


def rule(code: str, name: str, summary: str, category: Category, severity: Severity = "error") -> RuleInfo:
    return RuleInfo(
        code=code,
        name=name,
        summary=summary,
        explanation=f"{summary} Hedges and fair rounding are allowed for.",
        scope="match",
        category=category,
        severity=severity,
        plugin="checker_rules",
        url="https://example.org/rules/" + code,
    )


RULES = (
    rule(
        "NUM001",
        "figures",
        "Two accounts give figures that cannot both be true of the same thing.",
        "contradiction",
    ),
    rule("QUOT001", "altered-quotation", "The same speaker's words differ between accounts.", "quotation"),
    rule("OMIT001", "omission", "An account lacks a statement that others carry.", "omission", "warning"),
    rule("ADD001", "addition", "Only one account has a statement.", "addition", "info"),
    rule("DATE001", "dates", "Two accounts give different dates for the same event.", "contradiction"),
)


def un_vote() -> Report:
    """One story, three accounts and a teaser; one finding of every common kind, one put aside."""
    a = document(
        "harbour", "harbour", HARBOUR, "wires/harbour.txt",
        {1: "dateline", 6: "furniture", 7: "furniture", 8: "furniture"}, published="2025-02-24",
    )  # fmt: skip
    b = document("ledger", "ledger", LEDGER, "wires/ledger.txt", published="2025-02-25")
    c = document("courier", "courier", COURIER, "wires/courier.md")
    d = document("teaser", "teaser", TEASER, "https://teaser.example/kyiv?a=1&b=2", complete=False)
    tally = ("by 93 votes to 18", "by 93 votes to 16")
    findings = (
        finding(
            "NUM001", "contradiction", "Harbour Post and Morland Courier count 18 votes against, Daily Ledger 16.",
            quote(a, "The General Assembly adopted the resolution on Monday by 93 votes to 18, with 65 abstentions.", "primary", "18"),
            quote(b, "The General Assembly adopted the resolution on Monday by 93 votes to 16, with 65 abstentions", "counter", "16"),
            quote(c, "The assembly adopted the text by 93 votes to 18.", "support", "18"),
            verdict="fail", severity="error", confidence=0.97,
        ),
        finding(
            "QUOT001", "quotation", "The envoy's words on the talks differ between Harbour Post and Daily Ledger.",
            quote(a, "The progress we have made in these talks is very good", "primary", note="direct speech"),
            quote(b, "The progress made in those talks is very constructive", "counter"),
            verdict="fail", severity="error", confidence=1.0,
            suggestions=("Compare both with the recording of the session.",),
        ),
        finding(
            "OMIT001", "omission", "Morland Courier leaves out that seven leaders failed to agree on a statement.",
            missing(c, "adopted the text by 93 votes to 18."),
            quote(a, "The leaders of seven large economies had failed to agree on a statement that morning.", "support"),
            quote(b, "The leaders of seven large economies failed to agree on a joint statement earlier in the day.", "support"),
            confidence=0.81,
        ),
        finding(
            "ADD001", "addition", "Only Daily Ledger says that China abstained.",
            quote(b, "China abstained.", "primary"),
            severity="info", confidence=0.66,
        ),
        finding(
            "OMIT001", "omission", "Daily Ledger leaves out that the American draft was amended.",
            missing(b, "China abstained."),
            quote(a, "A rival American draft was passed only after it had been amended.", "support"),
            confidence=0.4, suppressed="The desk runs a second piece on the American draft.",
        ),
    )  # fmt: skip
    claims = (
        Claim(
            id="c1", text="The General Assembly adopted the resolution by 93 votes to 18.",
            statements=(
                quote(a, tally[0], "primary", "18"), quote(b, tally[1], "counter", "16"), quote(c, tally[0], "support", "18"),
            ),
            standing={"harbour": "states", "ledger": "differs", "courier": "states", "teaser": "absent"},
            independent=2, support=0.62,
        ),
        Claim(
            id="c2", text="The United States voted against the text.",
            statements=(
                quote(a, "The United States voted against the text", "primary"),
                quote(b, "Washington voted against it.", "support"),
            ),
            standing={"harbour": "states", "ledger": "states", "courier": "absent", "teaser": "absent"},
            independent=2, support=0.9,
        ),
        Claim(
            id="c3", text="China abstained.", statements=(quote(b, "China abstained.", "primary"),),
            standing={"harbour": "absent", "ledger": "states", "courier": "absent", "teaser": "absent"},
            independent=1, support=0.1,
        ),
        Claim(
            id="c4", text="The leaders of seven large economies failed to agree on a statement.",
            statements=(findings[2].related[0], findings[2].related[1]),
            standing={"harbour": "states", "ledger": "states", "courier": "absent", "teaser": "absent"},
            independent=2, support=0.85,
        ),
        Claim(
            id="c5", text="The delegate of Morland said: “We voted for peace, not for a side”.",
            statements=(quote(c, "We voted for peace, not for a side", "primary"),),
            standing={"harbour": "absent", "ledger": "absent", "courier": "states", "teaser": "absent"},
            independent=1, support=0.05,
        ),
    )  # fmt: skip
    return Report(
        run=RunInfo(
            versions={"checker": "0.1.0"},
            config={"select": {"value": ["ALL"], "origin": "default"}},
            models={"embedder": {"name": "all-MiniLM-L6-v2", "sha256": "ab" * 32}},
            seconds={"read": 0.01, "match": 0.2},
            counts={"statements": 17},
        ),
        sources=(
            Source(id="harbour", name="Harbour Post", kind="wire"),
            Source(id="ledger", name="Daily Ledger", kind="wire"),
            Source(id="courier", name="Morland Courier", kind="draft"),
            Source(id="teaser", name="Teaser Online", kind="web", uri="https://teaser.example/"),
        ),
        documents=(a, b, c, d),
        stories=(
            Story(
                id="s1", title="The vote of 24 February in the General Assembly",
                documents=("harbour", "ledger", "courier", "teaser"), claims=claims,
            ),
        ),
        rules=RULES,
        findings=findings,
    )  # fmt: skip


def two_stories() -> Report:
    """The vote and a ferry fire; a rule crashed."""
    vote = un_vote()
    a = document("ferry-a", "coast", FERRY_A, "coast.txt", published="2025-03-04")
    b = document("ferry-b", "capital", FERRY_B, "capital.txt", published="2025-03-05")
    dead = finding(
        "NUM001", "contradiction", "Coast Radio counts at least 12 dead, Capital Wire fifteen.",
        quote(a, "At least 12 people died", "primary", "At least 12"), quote(b, "Fifteen people died", "counter", "Fifteen"),
        story="s2", confidence=0.55,
    ).model_copy(update={"data": {"lesser": True}})  # fmt: skip
    story = Story(
        id="s2", title="Fire on the ferry Alma", documents=("ferry-a", "ferry-b"),
        claims=(
            Claim(
                id="c1", text="People died in the fire.", statements=(dead.primary, *dead.related),
                standing={"ferry-a": "states", "ferry-b": "differs"}, support=0.5,
            ),
        ),
    )  # fmt: skip
    return vote.model_copy(
        update={
            "sources": (
                *vote.sources,
                Source(id="coast", name="Coast Radio"),
                Source(id="capital", name="Capital Wire", kind="wire"),
            ),
            "documents": (*vote.documents, a, b),
            "stories": (*vote.stories, story),
            "findings": (*vote.findings, dead),
            "failures": (
                RuleFailure(code="DESK101", plugin="desk-rules", target="s1", error="ValueError: no unit"),
            ),
            "run": vote.run.model_copy(update={"incomplete": True}),
        }
    )


def nothing_found() -> Report:
    """Two accounts that agree."""
    both = two_stories()
    story = both.stories[1]
    agreed = story.claims[0].model_copy(update={"standing": dict.fromkeys(story.documents, "states")})
    return both.model_copy(
        update={
            "findings": (),
            "failures": (),
            "run": RunInfo(counts={"statements": 5}),
            "stories": (story.model_copy(update={"claims": (agreed,)}),),
            "documents": both.documents[4:],
            "sources": both.sources[4:],
        }
    )


def hostile() -> Report:
    """Every string that comes from outside is an attack."""
    text = f"{HOSTILE}\nThe {HOSTILE} voted.\n::error::pwned\n]]> --> </style> @team ![x](http://evil.example/x.png)\n"
    a = document("a" + HOSTILE, "sa", text, "a" + HOSTILE + ".txt", title=HOSTILE, language=HOSTILE)
    b = document("b", "sb", text + "More.\n", "javascript:alert(1)", title="b", published=HOSTILE)
    words = text.splitlines()[1]
    found = finding(
        "X1", "contradiction", f"They differ: {HOSTILE} ::error::x %0A @team [a](javascript:alert(1))",
        quote(a, words, "primary", "voted", note=HOSTILE), quote(b, words, "counter", "voted"),
        verdict="fail", severity="error", story="s" + HOSTILE, suggestions=(HOSTILE,),
    )  # fmt: skip
    gone = finding(
        "X1", "omission", HOSTILE, missing(b, words), quote(a, words, "support"), story="s" + HOSTILE
    )
    slight = gone.model_copy(update={"data": {"lesser": True}})
    claim = Claim(
        id="c" + HOSTILE, text=HOSTILE, statements=(found.primary,), standing={a.id: "states", b.id: "absent"}
    )
    return Report(
        run=RunInfo(versions={"checker": HOSTILE}, incomplete=True),
        sources=(Source(id="sa", name=HOSTILE), Source(id="sb", name="b", uri="javascript:alert(1)")),
        documents=(a, b),
        stories=(Story(id="s" + HOSTILE, title=HOSTILE, documents=(a.id, b.id), claims=(claim,)),),
        rules=(
            RuleInfo(
                code="X1", name=HOSTILE, summary=HOSTILE, explanation=HOSTILE, scope="match", severity="error",
                url="javascript:alert(1)",
            ),
        ),
        findings=(found, gone, slight),
        failures=(RuleFailure(code=HOSTILE, plugin=HOSTILE, target=HOSTILE, error=HOSTILE),),
    )  # fmt: skip


def many(number: int = 300) -> Report:
    """A report with hundreds of findings, the first ten of them sure."""
    base = un_vote()
    kinds: tuple[Finding, ...] = base.findings[:4]
    findings = tuple(
        kinds[n % 4].model_copy(
            update={
                "message": f"Sample {n}: {kinds[n % 4].message}",
                "verdict": "fail" if n < 10 else "review",
            }
        )
        for n in range(number)
    )
    return base.model_copy(update={"findings": findings})


REPORTS = {"un-vote": un_vote, "two-stories": two_stories, "nothing-found": nothing_found, "hostile": hostile}

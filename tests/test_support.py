"""How strongly the other accounts bear statements out: signs, weights and the whole through ``check``."""

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy
import pytest

from checker import check
from checker.embed import load_embedder
from checker.infer import load_inferer
from checker.models.findings import Finding
from checker.rules.places import evidence
from checker.rules.services import Embed, Nli
from checker.rules.story_views import StoryView
from checker.support import signs_of, support_of
from checker.support.near import Near
from checker.support.scale import chance, weights
from checker.support.signs import INFERRED, SIGNS, Signs
from checker.support.thesaurus import opposites, synonyms
from checker.testing import story_of

SOURCE = (
    "A fire broke out in a paper mill at Karlsund on Tuesday morning and was put out by noon. "
    "Twelve workers were taken to hospital, three of them with burns, the mayor Anton Brekke said. "
    "The owner, Nordpapp, had passed an inspection in March. "
    "The mill will not reopen before the autumn."
)


def story(draft: str, *sources: str) -> StoryView:
    """A draft and its sources."""
    texts = {"draft": draft, **{f"source{n}": text for n, text in enumerate(sources or (SOURCE,))}}
    return replace(story_of(texts), draft="draft")


def signs(draft: str, *sources: str) -> dict[str, float]:
    """The signs of the draft's first statement, without an inference model."""
    told = story(draft, *sources)
    first = told.document(told.draft).statements[0]
    return signs_of(told, [])[first]


def test_every_sign_is_documented_and_weighed_in_its_own_direction() -> None:
    for name, scale in weights().items():
        for sign, weight in scale.items():
            if sign != "bias":
                assert weight * SIGNS[sign] > 0, (name, sign)
    assert not set(weights()["without_inference"]) & set(INFERRED)


def test_the_weights_are_readable() -> None:
    import checker.support

    text = (Path(checker.support.__file__).parent / "weights.toml").read_text(encoding="utf-8")
    assert set(tomllib.loads(text)) == {"with_inference", "without_inference"}


@pytest.mark.parametrize("name", ["with_inference", "without_inference"])
@pytest.mark.parametrize("sign", list(SIGNS))
def test_more_of_what_speaks_against_never_helps(name: str, sign: str) -> None:
    none = dict.fromkeys(SIGNS, 0.0)
    more = chance({**none, sign: 1.0}, name)
    assert (more - chance(none, name)) * SIGNS[sign] >= 0


def test_a_copy_has_nothing_against_it() -> None:
    found = signs("A fire broke out in a paper mill at Karlsund on Tuesday morning and was put out by noon.")
    assert found["overlap"] > 0.6
    assert not any(found[s] for s in SIGNS if SIGNS[s] < 0 and s in found), found


@pytest.mark.parametrize(
    ("draft", "sign"),
    [
        ("Fourteen workers were taken to hospital, three of them with burns.", "strange_figures"),
        ("More than 40 workers were taken to hospital, three of them with burns.", "strange_figures"),
        ("Twelve workers were taken to hospital, the mayor Knut Haugen said.", "strange_names"),
        ("The owner, Nordpapp, had only passed an inspection in March.", "turned"),
        ("The mill will reopen before the autumn.", "polarity"),
        ("Twelve bakers were taken to hospital, three of them with burns.", "strange_words"),
    ],
)
def test_what_the_source_does_not_say_is_seen(draft: str, sign: str) -> None:
    assert signs(draft)[sign] > 0


def test_roundings_aliases_and_bounds_are_no_strange_figures() -> None:
    found = signs(
        "About 10,000 people live in Karlsund.", "The town of Karlsund has 9,960 people. A mill stands there."
    )
    assert found["strange_figures"] == found["strange_names"] == 0


def test_words_tied_otherwise_than_in_the_source() -> None:
    source = "The young minister praised the old judge. The tired lawyer left the room."
    assert signs("The tired minister praised the old judge.", source)["untied"] > 0
    assert signs("The young minister praised the old judge.", source)["untied"] == 0


def test_the_sources_are_no_witness_for_themselves_and_the_draft_is_none_for_them() -> None:
    told = story("Nordpapp had paid a fine of 300,000 crowns for its old boilers.")
    read = signs_of(told, [])
    source = [s for s in read if s.document.id != told.draft]
    assert source and all(read[s]["match"] == 0 and read[s]["overlap"] == 0 for s in source)


@pytest.mark.parametrize("inference", [False, True])
def test_an_altered_draft_scores_below_the_true_one(inference: bool) -> None:
    nli = Nli(load_inferer(cache=False)) if inference else None
    embed = Embed(load_embedder(cache=False))
    true = (
        "A fire in a paper mill at Karlsund was put out by noon on Tuesday; twelve workers went to hospital."
    )
    false = (
        "A fire in a paper mill at Haukland was put out by noon on Tuesday; forty workers went to hospital."
    )
    lowest = []
    for text in (true, false):
        told = story(text)
        found = support_of(told, [], nli, embed)
        lowest.append(min(v for s, v in found.items() if s.document.id == told.draft))
    assert lowest[0] > lowest[1]
    assert lowest[1] < 0.5


def test_only_passages_near_a_statement_are_judged() -> None:
    nli = Nli(load_inferer(cache=False))
    told = story("The mill will not reopen before the autumn.")
    support_of(told, [], nli, Embed(load_embedder(cache=False)))
    assert 0 < nli.judged <= 4


def test_report_support_through_check(tmp_path: Path) -> None:
    draft, source = tmp_path / "draft.txt", tmp_path / "wire.txt"
    source.write_text(SOURCE, encoding="utf-8")
    scores = {}
    for name, text in (
        ("true", "A fire broke out in a paper mill at Karlsund. Twelve workers were taken to hospital."),
        ("false", "A fire broke out in a steel mill at Karlsund. Nobody was taken to hospital."),
    ):
        draft.write_text(text, encoding="utf-8")
        reports = [check([draft], against=[source], cache="off") for _ in range(2)]
        first, again = (r.support("draft.txt") for r in reports)
        assert first == again
        scores[name] = first
    assert scores["true"] >= 0.5 > scores["false"]


def test_what_every_other_account_lacks_is_not_borne_out() -> None:
    told = story_of(
        {
            "first": "The ferry sank off Sull on Monday. A brass band played on the quay all afternoon.",
            "second": "The ferry sank off Sull on Monday. Lorries may no longer cross the old river bridge.",
        }
    )
    found = support_of(told, [])
    shared = [v for s, v in found.items() if "ferry" in s.text]
    alone = [v for s, v in found.items() if "ferry" not in s.text]
    assert told.gaps and max(alone) < 0.5 <= min(shared)


class Contradicts:
    """An inference model for which everything is contradicted."""

    name, sha256 = "contradicts", "0" * 64

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> "numpy.ndarray[Any, Any]":
        return numpy.tile(numpy.array([0.98, 0.01, 0.01], dtype=numpy.float32), (len(pairs), 1))


def test_among_equals_what_another_answers_is_borne_out_unless_a_finding_disputes_it() -> None:
    told = story_of(
        {
            "first": "The ferry sank off Sull on Monday. A brass band played on the quay all afternoon.",
            "second": "On Monday the ferry sank off Sull. Lorries may no longer cross the old river bridge.",
        }
    )
    (answered,) = (s for s in told.documents[0].statements if "ferry" in s.text)
    lacking = next(s for s in told.documents[0].statements if "band" in s.text)
    nli, embed = Nli(Contradicts()), Embed(load_embedder(cache=False))
    doubted = support_of(told, [], nli, embed)
    assert doubted[lacking] < 0.5 < doubted[answered]
    # whatever it says could not matter, so it is not asked
    assert nli.judged == 0
    place = evidence(answered, "primary").model_copy(update={"marks": (answered.span,)})
    finding = Finding(
        code="FC000",
        rule="test",
        category="contradiction",
        verdict="fail",
        severity="error",
        confidence=0.9,
        message="They differ.",
        primary=place,
        story=told.id,
    )
    assert support_of(told, [finding], nli, embed)[answered] < 0.5
    assert 0 < nli.judged <= 4


def test_a_word_and_its_opposite_are_told_from_a_word_and_its_synonym() -> None:
    assert "decline" in synonyms("refuse") and "accept" in opposites("refuse")
    assert "west" in opposites("East")
    assert not synonyms("Karlsund") and not opposites("Karlsund")


def test_an_opposite_of_what_the_source_has_is_seen_and_a_synonym_is_not() -> None:
    source = "The council was happy with the safe harbour. A mill stands on the eastern shore of the lake."
    assert signs("A mill stands on the western shore of the lake.", source)["opposed"] == 1
    assert signs("A mill stands on the eastern shore of the lake.", source)["opposed"] == 0
    assert signs("The council was unhappy with the safe harbour.", source)["opposed"] == 1
    assert signs("The council was glad of the safe harbour.", source)["opposed"] == 0


def test_any_word_that_nobody_has_moves_the_account_down() -> None:
    true = "Twelve workers were taken to hospital, three of them with burns."
    for false in (true.replace("workers", "bakers"), true.replace("burns", "fractures")):
        assert signs(false)["unheld"] > signs(true)["unheld"] == 0
    two = signs(f"{true} The mill will not reopen before the election.")["unheld"]
    assert 0 < two < signs("The mill will not reopen before the election.")["unheld"]


def test_a_wording_is_set_back_to_what_the_source_has_there() -> None:
    told = story(
        "Twelve bakers were taken to hospital, three of them with burns, the mayor Anton Brekke said."
    )
    statement = told.document(told.draft).statements[0]
    back = Signs(told, []).rewording(statement).set_back()
    assert back == (
        "Twelve workers were taken to hospital, three of them with burns, the mayor Anton Brekke said.",
    )
    same = story("Twelve workers were taken to hospital, three of them with burns.")
    assert Signs(same, []).rewording(same.document(same.draft).statements[0]).set_back() == ()


def test_a_changed_word_is_contradicted_by_the_sentence_without_the_change() -> None:
    nli, embed = Nli(load_inferer(cache=False)), Embed(load_embedder(cache=False))
    source = "The minister opened the eastern gate of the old harbour on Tuesday morning."
    found = []
    for word in ("eastern", "western"):
        told = story(f"The minister opened the {word} gate of the old harbour on Tuesday morning.", source)
        found.append(signs_of(told, [], nli, embed)[told.document(told.draft).statements[0]]["changed"])
    assert found[0] == 0 and found[1] > 0.5


def test_the_model_reads_the_sentences_nearest_by_vectors_together_in_the_order_of_the_text() -> None:
    source = (
        "The river rose. A mill burned at night. It was cold in town. The ferry sank at noon. A band played."
    )
    told = story("A mill caught fire and a boat went down.", source)
    near = Near(Signs(told, []).passages, Embed(load_embedder(cache=False)))
    (passage,) = near.passages(told.document(told.draft).sentences[0])
    assert "A mill burned at night." in passage and "The ferry sank at noon." in passage
    assert passage.index("mill") < passage.index("ferry") and "A band played." not in passage

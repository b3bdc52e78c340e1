"""A plugin that uses every hook: a wire room with its own file format, tables, models and house rules."""

import csv
import io
import json
import re
import zlib

import numpy

from checker import Mention, OtherValue, RawText, Span, flag, rule
from checker.errors import ConfigError, ReadError


@rule("WIRE1", messages={"level": "{a} in one account, {b} in the other"})
def alert_level_differs(match):
    """Two accounts give another level of a weather alert."""
    for a in match.left.of_kind("alert"):
        for b in match.right.of_kind("alert"):
            if a.value != b.value:
                yield flag("level", at=a, against=[b], a=a.text, b=b.text)


@rule("WIRE2", severity="info")
def same_agency(story):
    """Every account of a story comes from one agency."""
    assert len({d.source for d in story.documents}) > 1


def find_alerts(document, parsed, found):
    """Weather alerts, with their level."""
    for sentence in (p.sentence for p in parsed):
        for words in re.finditer(r"\b(amber|red) alert\b", sentence.text):
            start = sentence.span.start + words.start()
            yield Mention(
                kind="alert",
                span=Span(start=start, end=start + len(words[0])),
                text=words[0],
                value=OtherValue(data={"level": words[1]}),
                sentence=sentence.index,
            )


class WireReader:
    """Reads a wire as JSON with slug, sent and body."""

    suffixes = (".wire",)
    media_types = ("application/x-wire",)

    def read(self, raw, uri):
        try:
            told = json.loads(raw)
        except ValueError:
            raise ReadError(f"{uri} is no wire: it is not JSON.") from None
        return RawText(text=told["body"], title=told["slug"], published=told["sent"], language="en")


class Hashing:
    """Vectors of hashed words."""

    name = "hashing"

    def encode(self, texts):
        rows = numpy.zeros((len(texts), 256), dtype=numpy.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in re.findall(r"\w+", text.lower()):
                row[zlib.crc32(word.encode()) % 256] += 1
        return rows / numpy.maximum(numpy.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


class Numbers:
    """Sees a contradiction in every pair whose figures differ."""

    name = "numbers"

    def probabilities(self, pairs):
        differ = numpy.array(
            [re.findall(r"\d+", a) != re.findall(r"\d+", b) for a, b in pairs], dtype=numpy.float32
        )
        return numpy.stack([0.97 * differ, 0.01 + 0 * differ, 0.99 - 0.97 * differ], axis=1)


def as_csv(report):
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerows([f.code, f.message, *f.suggestions] for f in report.findings)
    return table.getvalue()


def checker_register_rules():
    return [alert_level_differs, same_agency]


def checker_register_annotators():
    return [find_alerts]


def checker_register_readers():
    return [WireReader()]


def checker_register_renderers():
    return {"csv": as_csv}


def checker_register_presets():
    return {
        "wires": {
            "description": "the wire room's rules and figures",
            "select": ["WIRE", "NUM"],
            "ignore": ["WIRE2"],
        }
    }


def checker_make_embedder(config):
    return Hashing() if config.embedder == "hashing" else None


def checker_make_inferer(config):
    return Numbers()


def checker_configure(config):
    if config.fail_on == "never":
        raise ConfigError("The wire room does not allow fail-on = never.")


def checker_modify_findings(findings, run):
    ask = (f"Call the desk: {run.models['embedder']['name']}.",)
    return [f.model_copy(update={"suggestions": ask}) for f in findings if f.code != "ADD"]

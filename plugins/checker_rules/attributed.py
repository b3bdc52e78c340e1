"""Whose words a finding shows: the outlet's own, or of somebody who can be named, or who cannot."""

from checker.rules.vocabulary import StatementView

_PRONOUNS = frozenset("he she it they we i who which that one this you".split())
_ARTICLES = ("The ", "A ", "An ", "One ", "Some ", "Many ", "Several ", "His ", "Her ", "Its ", "Their ")
_LONGEST = 80  # characters; what is longer is no name or office but a clause


def said_by(statement: StatementView) -> str | None:
    """Whose words they are, as the account calls them; empty when it tells them as its own, None when it is not known.

    A pronoun gives way to the name it stands for.
    """
    who = statement.speaker
    if not who:
        return ""
    called = next(
        (
            q.value.speaker_text
            for q in statement.sentence.quotes
            if q.value.speaker == who and q.span.overlaps(statement.span)
        ),
        "",
    )
    if not called or called.lower() in _PRONOUNS:
        named = [n for n in statement.document.named(who) if not n.value.pronoun]
        called = named[0].value.full or named[0].text if named else ""
    called = " ".join(called.removesuffix("’s").removesuffix("'s").split()).strip(" ,")
    if not called[:1].isalnum() or len(called) > _LONGEST or called.split()[0].lower() in _PRONOUNS:
        return None
    person = any(n.value.kind == "person" for n in statement.document.named(who))
    if not person and " " not in called:
        # "U.S.", "officials": the sentence tells better who it is
        return None
    return called[0].lower() + called[1:] if called.startswith(_ARTICLES) else called

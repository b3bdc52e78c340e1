"""The language a text is written in."""

_FEWEST_WORDS = 20
# frequent in English and rare in every other language written in Latin letters
_ENGLISH_WORDS = "the of and to that was for with said his they have has by from"
_ENGLISH_SHARE = 0.11


def language_of(text: str) -> str:
    """ISO 639-1 code of the language, empty when the text is too short to tell; deterministic."""
    words = [word.strip("\"“”'’.,;:!?()").lower() for word in text.split()[:400]]
    if len(words) < _FEWEST_WORDS:
        return ""
    english = set(_ENGLISH_WORDS.split())
    # the detector takes most of a second to load: not for what is plainly English
    if sum(word in english for word in words) >= _ENGLISH_SHARE * len(words):
        return "en"
    from langdetect import DetectorFactory, LangDetectException, detect_langs

    DetectorFactory.seed = 0
    try:
        best = detect_langs(" ".join(words))[0]
    except LangDetectException:
        return ""
    return str(best.lang)[:2] if best.prob > 0.8 else ""

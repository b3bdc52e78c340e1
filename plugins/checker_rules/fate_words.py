"""The words that tell how it stands with somebody or something: of each scale two states that exclude each other."""

# states: scale, one state, the other; below each line "who it is told of" (s the subject, u whom the verb befalls,
# o what hangs on the noun) and, in a regular expression over lemmas, the words; the verb stands first
_CAGE = "(?:the |his |her )?(?:jail|prison|custody|detention|captivity|cell|hand of|remand)"
_LIMB = "(?:leg|arm|hand|eye|finger|rib|wrist|ankle|hip|nose|collarbone|bone|foot|toe|neck|back|shoulder)"
_TEXTS = "(?:treaty|deal|accord|agreement|pact|contract|memorandum|declaration|peace deal|truce|ceasefire)"
_CONTESTS = (
    "(?:match|game|final|title|shootout|election|race|runoff|vote|cup|semifinal|quarterfinal|trophy|derby)"
)
# what those who have no deal agree on, too
_AGAIN = (
    "meet|talk|resume|continue|keep|return|disagree|reconvene|hold"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_GAP = r"(?: [^ ,;]+){0,4}?"
STATES: tuple[tuple[str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]], ...] = (
    (
        "life",
        (
            ("s", r"die|perish|drown|succumb|(?:be|lie) dead|bleed to death|lose (?:his|her|their|its) life"
                r"|euthani[sz]e"),
            ("u", rf"kill|murder|execute|put down|(?:find|pronounce|declare|pull){_GAP} dead|(?:shoot|stab"
                rf"|beat){_GAP} (?:dead|to death)"),
            ("o", r"(?<!governing )(?<!govern )(?<!ruling )body|corpse|remains"),
        ),
        (
            ("s", r"survive|be (?:still )?alive|live(?= (?:on|through|to tell|\.|,))"
                r"|(?:be|remain) out of danger|come through"
                r"|(?:be )?(?:breathe|recover)|swim free|pull through"),
            ("s", r"(?:be|remain|come out|emerge|escape) (?:unhurt|unharmed|safe|alive|well)"),
            ("s", r"(?:escape|walk away|get away) with (?:[^ ,;]+ ){0,3}?"
                rf"(?:injury|burn|cut|bruise|scratch|concussion|{_LIMB})"),
            ("u", rf"rescue|save|(?:find|pull|bring|recover|dig|free){_GAP} alive"),
        ),
    ),
    (
        "custody",
        (
            ("u", rf"(?:release|discharge)(?! from (?:the |a )?hospital)|free|grant bail|let{_GAP} go|set free"),
            ("s", rf"(?:walk|go) free|be (?:now )?free|leave (?:the |his |her )?(?:jail|prison|custody)"
                rf"|walk out of {_CAGE}"),
        ),
        (
            ("s", rf"(?:(?:(?<= will )|(?<= to ))spend [^,;]{{2,25}}?|stay|remain|be still|languish|sit|be|return"
                rf"|go back)(?: still)? (?:(?:in|to) {_CAGE}|behind bar)"),
            ("u", rf"(?:refuse|deny) bail|remand|(?:keep|hold|order|return|take|send){_GAP} (?:(?:in|to) {_CAGE}"
                rf"|behind bar)"),
        ),
    ),
    (
        "found",
        (("u", r"find|locate|discover|trace|recover|retrieve"), ("s", r"turn up|reappear|return home")),
        (
            ("s", r"(?:be|remain)(?: still)? (?:miss|missing|unaccounted)|elude"),
            ("o", r"(?:trace|sign|clue)"),
        ),
    ),
    (
        "hurt",
        (
            ("s", r"(?:be|remain|escape|walk away|come away|emerge)(?: \w+)? (?:unhurt|unharmed|uninjured"
                r"|unscathed|without a scratch|safe)"),
            ("s", r"(?:be|escape|walk) unhurt|escape (?:injury|harm|without)|(?:walk"
                r"|come) away(?: [^ ,;]+){0,4}? without|suffer no"),
        ),
        (
            ("u", r"injure|wound|hurt|maim"),
            ("s", rf"(?:suffer|sustain){_GAP} (?:burn|injury|wound|fracture|concussion|cut)"
                rf"|(?:break|lose) (?:a|his|her|both|two)(?: \w+){{0,2}}? {_LIMB}"),
        ),
    ),
    (
        "caught",
        (("u", r"catch|capture|arrest|recapture|detain|apprehend"), ("s", r"surrender|give (?:himself"
                r"|herself) up")),
        (
            ("s", r"(?:be|remain)(?: still)? (?:at large|on the run|on the loose|in hiding|free|sought)"
                r"|(?:evade|escape|elude) (?:capture|arrest)"),
            ("u", r"(?:hunt|look|search) for|seek(?= (?:by|over|in|for) )"),
        ),
    ),
    (
        "office",
        (
            ("s", r"resign|quit|step (?:down|aside)|stand down|leave office|bow out|(?:announce|tender|submit"
                r"|offer|hand in) (?:his|her|their) (?:resignation|notice)"),
            # "dismissed him as a liar"
            ("u", r"sack|dismiss(?!(?: [^ ,;]+){1,4} as )|oust"),
        ),
        (
            ("s", rf"(?:stay|carry|keep|go|remain) on(?= (?:as|in (?:office|post)|until|for|to|despite|,|\.))"
                rf"|(?:stay|carry|keep|go|remain)(?: on)? (?:in (?:office|post|(?:his|her) (?:post|job|role|seat))|as)"
                rf"|(?:have no|without any) (?:intention|plan|thought) (?:of|to)?{_GAP} ?"
                r"(?:resign|quit|step|leave|go)"),
            ("s", r"(?:rule out|reject|refuse|dismiss)(?: [^ ,;]+){0,6}? (?:resign|resignation|quit"
                r"|step down|step aside)|keep (?:his|her|their|the) (?:job|post|seat)"),
        ),
    ),
    (
        "verdict",
        (
            ("u", rf"convict|jail|imprison|sentence|reprimand|censure|(?:find|be|declare){_GAP}(?<!not) guilty"),
            ("s", rf"(?:get|receive){_GAP} (?:year|month) in (?:prison|jail)|go to (?:prison|jail)"),
        ),
        (("u", rf"acquit|exonerate|clear|(?:find|be|declare){_GAP} (?:not guilty|innocent)"),),
    ),
    (
        "building",
        (
            ("u", r"destroy|demolish|raze|gut|flatten|wreck|level"),
            ("s", r"(?:burn|go)(?: down)? to the ground|burn down|collapse|go up in (?:flame|smoke)"
                r"|fall (?:down|in)"),
        ),
        (
            ("s", r"(?:be|remain|stay|leave)(?: \w+)? (?:intact|undamaged|unscathed|standing|unharmed|untouched"
                r"|stand)|escape (?:damage|the)|survive|withstand|hold"),
            ("u", r"save|spare|leave(?: \w+)? (?:intact|undamaged|unscathed|unharmed|untouched|standing)"),
        ),
    ),
    (
        "afloat",
        (("s", r"sink|go (?:down|under)|founder"), ("u", r"scuttle")),
        (("s", r"(?:stay|remain|be)(?: still)? afloat|limp|reach (?:port|harbo[u]?r)"), ("u", r"tow|refloat")),
    ),
    (
        "open",
        (("u", r"re-?open"), ("s", r"re-?open|be (?:open )?again open|resume|be open|stay open|remain open")),
        (("s", r"(?:stay|remain|be still|keep|be)(?: still)? (?:close|closed|shut)"),),
    ),
    (
        "held",
        (("s", r"go ahead|take place|proceed"), ("u", r"hold|stage")),
        (("u", r"cancel|call off|scrap|abandon|postpone|shelve"), ("s", r"fall through|be off")),
    ),
    (
        "success",
        (("s", r"work(?! (?:for|at|as|with|there|here|from|on))|succeed|be (?:a )?(?:success"
                r"|effective|successful)|go (?:well|as)|reach (?:its )?orbit"),
            ("s", r"(?:place|put|deliver|carry)(?: \w+){1,5} (?:in|into) orbit")),
        (("s", r"fail|be (?:a )?(?:failure|unsuccessful|ineffective)|explode|crash|disintegrate|fall back"),),
    ),
    (
        "test",
        (("s", r"pass|clear"),),
        (("u", r"fail"), ("s", r"fail|flunk")),
    ),
    (
        "guilt",
        (
            ("s", r"plead guilty|(?:admit|acknowledge|concede|confess|accept)(?: to)?(?: (?!no )\w+){0,6} (?:guilt"
                r"|wrongdoing|fault|liability|blame|responsibility|violate|break|breach|mislead|error|mistake)"),
            ("s", r"(?:take|assume|accept) (?:full |some |the )?(?:blame|responsibility|liability)"),
        ),
        (
            ("s", r"plead not guilty|(?:maintain|protest|insist on) (?:his|her|its|their) innocence|(?:deny"
                r"|reject|dispute)(?: \w+){0,3} (?:guilt|wrongdoing|fault|liability|blame|responsibility)"),
            ("s", r"accept no (?:blame|responsibility|liability)"),
            ("s", r"admit no (?:guilt|wrongdoing|fault|liability|blame|responsibility)"),
        ),
    ),
    (
        "contest",
        (
            ("s", r"beat|defeat|prevail|triumph|edge out|overcome|knock out|see off|thrash|eliminate|win it"),
            ("s", rf"win(?: [^ ,;]+){{0,3}}? {_CONTESTS}|win (?:on|in|by|after|\d)"),
        ),
        (
            ("u", r"beat|defeat|edge out|overcome|knock out|see off|thrash|eliminate"),
            ("s", rf"lose(?: [^ ,;]+){{0,3}}? {_CONTESTS}|lose (?:on|in|by|after|to|out|\d)|crash out"
                r"|go out(?= (?:in|on|at|of|\.|,))"),
        ),
    ),
    (
        "goal",
        (("s", r"(?:meet|reach|hit|achieve|attain|exceed|surpass|beat|fulfil|fulfill|satisfy"
                r"|accomplish)(?: (?!not|miss)[^ ,;]+){0,4}? (?:goal|target|aim|objective|endpoint|quota)"),),
        (("s", r"(?:miss|undershoot|fall short|be short|come short|fall below)(?: [^ ,;]+){0,4}? (?:goal|target"
                r"|aim|objective|endpoint|quota)"),),
    ),
    (
        "pact",
        (
            ("s", rf"(?:reach|strike|conclude|clinch|seal|make|secure)(?: (?!no )\w+){{0,3}}? (?!no )(?:{_TEXTS}"
                rf"|compromise|settlement)|agree (?:on|to)(?! (?:{_AGAIN}))|shake hand on|come to term"),
            ("s", rf"sign(?: \w+){{0,3}}? {_TEXTS}"),
        ),
        (
            ("s", r"(?:break|collapse|fail|stall|end|part)(?: down| up| off| on \w+)?(?: [^ ,;]+)* without"
                r"(?! (?:an? )?incident)|break (?:down|up|off)|collapse|reach no"
                r"|(?:be|remain)(?: still| deeply)? divided"),
            ("s", rf"without an? {_TEXTS}"),
        ),
    ),
)  # fmt: skip
# of what talks do only when they are talks
OF_TALKS = frozenset({"break", "collapse", "fail", "stall", "end", "part", "be", "remain"})
TALKS = frozenset(
    "talk negotiation mediation discussion meeting summit effort side party minister union".split()
)
# in these an account often tells of one person by two words, a name and a noun that nothing ties to it
ONE_PERSON = frozenset({"verdict", "guilt"})
# what stands or happens at a place, so that at another it is another
PLACED = frozenset({"building", "open", "held"})
# of these an account has one, so that whose it is need not be said twice
UNHELD = frozenset({"goal", "pact"})
# of these a long account tells whoever is named once: a verdict, a death
LASTING = frozenset({"verdict", "life", "guilt"})
# what its "not" does not turn into the other state
NO_TURN = frozenset(
    {
        ("building", 1),
        ("verdict", 1),
        ("hurt", 0),
        ("held", 0),
        ("success", 0),
        ("open", 1),
        ("afloat", 1),
        ("contest", 0),
        ("contest", 1),
        ("caught", 0),
    }
)
# what lasts for a while: told of the past it may be over
WHILE = frozenset({("custody", 1), ("found", 1), ("caught", 1), ("open", 1)})
# what with an object is another deed: held a service, recovered a body, succeeded the mayor
ALONE = frozenset({"hold", "recover", "succeed", "work"})

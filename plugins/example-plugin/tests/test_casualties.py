"""STYLE101: which figures of dead and injured need a source."""

from checker.testing import agree, differ, rule_cases

from checker_desk_style.casualties import toll_without_source

test_casualties_need_a_source = rule_cases(
    toll_without_source,
    differ(
        "The fire killed [[12]] people.",
        "The fire killed 12 people, the coroner said.",
        "left gives 12 dead without a source; right has the figure from the coroner",
    ),
    differ("The storm injured [[40]] people.", "According to the hospital, the storm injured 40 people."),
    differ(
        {
            "coast": "The fire killed [[12]] people. It began at dawn. The 12 dead were on the upper deck.",
            "harbour": "The fire killed [[12]] people. It began at dawn.",
            "hill": "The fire killed 12 people, the coroner said.",
        },
        note="each account once",
    ),
    agree("The fire killed 12 people, police said.", "The fire killed 12 people, the coroner said."),
    agree("The fire killed 12 people.", "The fire killed 12 people.", note="nobody names a source"),
    agree(
        "The fire killed 12 people.", "The fire killed 15 people, the coroner said.", note="another figure"
    ),
    agree(
        "The fire killed 12 people.",
        "The fire hurt 12 people, the coroner said.",
        note="injured are not dead",
    ),
    agree(
        "The fire killed 12 people. The coroner said that 12 people had died.",
        "The fire killed 12 people, the coroner said.",
        note="the source stands elsewhere in the account",
    ),
    agree("The fire killed 12 people.", "The fire destroyed 12 boats, police said."),
    agree(
        "Two people died in Porto Verde.",
        "Two people died in Monte Alto, the coroner said.",
        note="a small figure may be of another event",
    ),
    differ(
        "[[Two]] people died in Porto Verde.", "The coroner said that two people had died in Porto Verde."
    ),
    agree("The fire may have killed 12 people.", "The fire killed 12 people, the coroner said."),
    agree("Dozens of people died.", "Dozens of people died, the coroner said.", note="nobody's count"),
    agree("A fire killed 12 people two years ago.", "A fire killed 12 people, the coroner said."),
)

test_always = rule_cases(
    toll_without_source,
    agree("The fire killed 12 people, police said.", "The fire killed 12 people, the coroner said."),
    differ(
        "The fire killed [[12]] people.",
        "The market burned down.",
        "left gives 12 dead without a source, and no other account has one",
    ),
    options={"always": True},
)

"""STYLE102: which offices of one person exclude each other."""

from checker.testing import agree, differ, rule_cases

from checker_desk_style.offices import annotate_offices
from checker_desk_style.titles import title_differs

test_titles = rule_cases(
    title_differs,
    differ(
        "[[Defence Minister]] Ana Silva opened the port.",
        "The [[interior minister]], Ana Silva, opened the port.",
        "Ana Silva is Defence Minister in left, interior minister in right",
    ),
    differ(
        "[[Foreign Minister]] Ana Silva left for Oslo.",
        "Ana Silva, the Portovian [[deputy foreign minister]], left for Oslo.",
    ),
    differ("[[Sen.]] Ben Costa voted against it.", "[[Rep.]] Ben Costa voted against it."),
    differ("[[Vice President]] Ben Costa spoke.", "[[President]] Ben Costa spoke."),
    differ(
        {
            "coast": "[[Health Minister]] Ana Silva resigned.",
            "harbour": "[[Education Minister]] Ana Silva resigned.",
            "hill": "[[Health Minister]] Ana Silva resigned.",
        },
        "Ana Silva is Education Minister in harbour, Health Minister in coast and hill",
        note="said once, of the one that stands alone",
    ),
    agree(
        "Foreign Minister Ana Silva left for Oslo.",
        "Ana Silva, the minister of foreign affairs, left for Oslo.",
        note="one office in other words",
    ),
    agree("Defence Secretary Ana Silva spoke.", "Ana Silva, secretary of state for defence, spoke."),
    agree(
        "Foreign Minister Ana Silva spoke.", "Former defence minister Ana Silva spoke.", note="a past office"
    ),
    agree(
        "Foreign Minister Ana Silva spoke.", "Foreign and Trade Minister Ana Silva spoke.", note="holds two"
    ),
    agree(
        "Acting Defence Secretary Ana Silva spoke. Defence Secretary Ana Silva then left.",
        "Defence Secretary Ana Silva spoke.",
        note="the short form later on",
    ),
    agree("Foreign Minister Ana Silva spoke.", "Defence Minister Ben Costa spoke.", note="two people"),
    agree("Foreign Minister Ana Silva spoke.", "Ana Silva spoke."),
    agree("Prime Minister Ana Silva spoke.", "Finance Minister Ana Silva spoke.", note="one may be both"),
    annotators=[annotate_offices],
)

"""STYLE103: which sums need a conversion, with and without a currency of the desk."""

from checker.testing import agree, differ, rule_cases

from checker_desk_style.currency import sum_not_converted

CONVERTED = "The tunnel costs 4 billion euros ($4.4 billion)."
DOLLARS = "The state pays $2 billion for the tunnel. A bridge would cost $1 billion."

test_what_another_account_converts = rule_cases(
    sum_not_converted,
    differ(
        {"coast": "The tunnel costs [[4 billion euros]].", "harbour": CONVERTED, "hill": DOLLARS},
        "coast gives 4 billion euros and no sum in USD; harbour has $4.4 billion",
    ),
    agree(
        {
            "coast": "The tunnel costs 4 billion euros.",
            "harbour": "It costs 4 billion euros.",
            "hill": DOLLARS,
        }
    ),
    agree({"coast": CONVERTED, "harbour": CONVERTED, "hill": DOLLARS}),
    agree("The tunnel costs 4 billion euros.", CONVERTED, note="the euro is at home in both"),
)

test_a_desk_with_its_own_currency = rule_cases(
    sum_not_converted,
    differ(
        "The tunnel costs [[4 billion euros]]. A ticket is 3 euros.",
        "The tunnel is long.",
        "left gives 4 billion euros and no sum in USD",
        note="once a currency",
    ),
    agree("The tunnel costs $4 billion.", "The tunnel is long."),
    agree("A ticket is 3 euros.", "The tunnel is long.", note="a small sum"),
    agree(
        "The tunnel costs 4 billion euros, about $4.4 billion. The bridge costs 1 billion euros.",
        "The tunnel is long.",
        note="readers have the rate",
    ),
    options={"home": "USD", "least": 1000},
)

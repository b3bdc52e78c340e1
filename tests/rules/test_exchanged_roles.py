"""NAME: who did it to whom, told the other way round in other words."""

from checker_rules.names import name

from checker.testing import agree, differ, rule_cases

test_exchanged_roles = rule_cases(
    name,
    differ(
        "[[Henrik Vass]], 71, shot [[Jon Moe]], 40, in a dispute over a boat, the police said.",
        "[[Jon Moe]], a carpenter of 40, opened fire on [[Henrik Vass]] after a quarrel over a boat, the police said.",
        note="shot and fired at",
    ),
    differ(
        "[[Velm]] expelled [[the ambassador of Karland]] for spying.",
        "On charges of spying [[Karland]] ordered [[Velm's ambassador]] to leave the country.",
        note="whose envoy",
    ),
    differ(
        "[[Chancellor Ada Falk]] called President Jon Moe and implored [[him]] to release the sailors.",
        "[[Jon Moe]] urged [[the chancellor]], Ada Falk, to release the sailors, his office said.",
        note="who urged whom",
    ),
    differ(
        "[[The grandmother]] saved [[the girl]] from the lake, firefighters said.",
        "[[The girl]] had saved [[her grandmother]] from the lake, the firefighters said.",
        note="nouns",
    ),
    agree(
        "Henrik Vass shot Jon Moe in a dispute over a boat, the police said.",
        "Jon Moe was fired at by Henrik Vass after a quarrel over a boat, the police said.",
        note="the passive",
    ),
    agree(
        "Velm expelled the ambassador of Karland on Monday.",
        "Karland ordered the ambassador of Velm to leave the country on Thursday.",
        note="tit for tat, another day",
    ),
    agree(
        "Velm expelled the ambassador of Karland, and Karland expelled the ambassador of Velm.",
        "Karland ordered the ambassador of Velm to leave the country.",
        note="both told",
    ),
    agree(
        "Ada Falk urged Jon Moe to release the sailors.",
        "Jon Moe pressed Ada Falk to lift the tariffs on wool.",
        note="two wishes",
    ),
    agree(
        "Henrik Vass shot Jon Moe, his lawyer said.",
        "Jon Moe fired at Henrik Vass, a witness said.",
        note="two tell it otherwise",
    ),
    agree(
        "Anna Falk's brother shot Jon Moe in a bar.",
        "Jon Moe fired at Anna Falk in a bar.",
        note="her brother is somebody else",
    ),
    differ(
        "[[Velm]] expelled [[the ambassador of Karland]] for spying.",
        "On charges of spying [[Karland]] ordered [[Velm's ambassador]] to leave.",
        note="to leave at the end of the sentence",
    ),
    agree(
        "Jon Moe ordered Ada Falk to carry out the plan for the party.",
        "Ada Falk expelled Jon Moe from the party over the plan.",
        note="ordered to carry out, not ordered out",
    ),
)

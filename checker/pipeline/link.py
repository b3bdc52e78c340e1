"""One key a name across the accounts of a story: "Trump" is "Donald Trump", "Halden" is "Halden Semiconductor"."""

from collections.abc import Mapping, Sequence

from checker.models.language import Account, Mention, NameValue, QuoteValue, Statement


def link_names(accounts: Sequence[Account]) -> list[Account]:
    """The accounts with one entity key for what is one person or organisation: names and titles decide."""
    from checker.annotate.organisations import link_organisations
    from checker.annotate.persons import link_entities

    names = [m.value for a in accounts for m in a.mentions if isinstance(m.value, NameValue)]
    links = {**link_organisations(names), **link_entities(names)}
    return [_linked(a, links) for a in accounts] if links else list(accounts)


def _linked(account: Account, links: Mapping[str, str]) -> Account:
    return account.model_copy(
        update={
            "mentions": tuple(_mention(m, links) for m in account.mentions),
            "statements": tuple(_statement(s, links) for s in account.statements),
        }
    )


def _mention(mention: Mention, links: Mapping[str, str]) -> Mention:
    value = mention.value
    if isinstance(value, NameValue) and value.entity in links:
        return mention.model_copy(update={"value": value.model_copy(update={"entity": links[value.entity]})})
    if isinstance(value, QuoteValue) and value.speaker in links:
        return mention.model_copy(
            update={"value": value.model_copy(update={"speaker": links[value.speaker]})}
        )
    return mention


def _statement(statement: Statement, links: Mapping[str, str]) -> Statement:
    arguments = tuple(
        a.model_copy(update={"head": links[a.head]}) if a.head in links else a for a in statement.arguments
    )
    speaker = links.get(statement.speaker, statement.speaker)
    return statement.model_copy(update={"arguments": arguments, "speaker": speaker})

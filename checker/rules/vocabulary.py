"""The words rules are written in, in one place; ``from checker import MatchView, place, ...`` gives the same.

StoryView      .documents .matches .gaps .claims .matches_of(statement) .counterparts(statement)
DocumentView   .id .source .title .text .published .complete .sentences .statements .numbers .dates ...
SentenceView   .text .span .kind .statements .numbers .dates .names .quotes .previous .next
StatementView  .text .exact .subject .predicate .arguments .negated .modality .speaker .numbers ...
MentionView    .text .span .value .kind .sentence .statement .document
Mentions       a tuple of MentionView; == compares what they say; .texts .values
MatchView      .left .right (left, right = match) .similarity .score .mutual .same(kind, unit=...) .arguments .swapped
GapView        .statement .other .place .nearest .missing
ClaimView      .statements .standing .independent
"""

from checker.rules.places import Place, marked, place
from checker.rules.statement_views import Mentions, MentionView, StatementView
from checker.rules.story_views import ClaimView, GapView, MatchView, StoryView
from checker.rules.text_views import DocumentView, SentenceView

__all__ = [
    "ClaimView",
    "DocumentView",
    "GapView",
    "MatchView",
    "MentionView",
    "Mentions",
    "Place",
    "SentenceView",
    "StatementView",
    "StoryView",
    "marked",
    "place",
]

"""What was told, put where it belongs: "das geen nazorg, da's waarom ze voor mij kiezen"."""

import re

from coaching.understanding.corrections.labels import labelled, names_of
from coaching.understanding.talk.asked_about import topic_asked
from coaching.understanding.text.normalise import Span, Text, read
from coaching.understanding.wordlists import load
from journey.profile import Profile, ProfileField
from journey.topics import FIELDS, Topic

_KINDS = ("phrases", "names")
_MOVES = tuple(
    re.compile(
        r"(?:^|(?<=[.,;:!?\n] )|(?<=[.,;:!?\n]))\W*(?:(?:nee+n?|no|maar|but|en|and|ah|oh|ma|wacht|wait)\W+)*" + move
    )
    for move in (
        pattern.replace("&old", names_of(_KINDS, "old_")).replace("&new", names_of(_KINDS, "new_"))
        for pattern in load("labels")["moves"]
    )
)


class Moved:
    """What was told as the answer to one question, and now as that to another: the `field` it stood in, the `question`
    it answers, its words and where the message says so."""

    def __init__(self, field: ProfileField, question: str, said: Text, span: Span) -> None:
        self.field, self.question, self.said, self.span = field, question, said, span


_SWAPPED = re.compile(
    load("labels")["swapped"].replace("&one", names_of(_KINDS, "one_")).replace("&two", names_of(_KINDS, "two_"))
)


def swapped(text: Text, profile: Profile) -> tuple[tuple[ProfileField, ProfileField], Span] | None:
    """Two things told in each other's place, and where the message says so: "angst en reden zijn omgedraaid"."""
    match = _SWAPPED.search(text.low)
    if match is None:
        return None
    called = [name for name, words in match.groupdict().items() if words]
    one, two = (
        FIELDS[topic_asked(next(name[4:] for name in called if name.startswith(side)))][0] for side in ("one_", "two_")
    )
    told = all(profile.told(field) and isinstance(profile.facts[field].value, str) for field in (one, two))
    return ((one, two), text.clause_at(match.start())) if told and one is not two else None


def moved(text: Text, profile: Profile) -> Moved | None:
    """What a message puts elsewhere; None where it does no such thing, or nothing was told there."""
    for pattern in _MOVES:
        if match := pattern.search(text.low):
            called = {name: words for name, words in match.groupdict().items() if words}
            old, new = (next(name for name in called if name.startswith(side)) for side in ("old_", "new_"))
            field = FIELDS[topic_asked(old[4:])][0]
            if profile.told(field) and isinstance(profile.facts[field].value, str) and old[4:] != new[4:]:
                return Moved(field, new[4:], _unnamed(profile.text(field), new[4:]), Span(match.start(), match.end()))
    return None


def _unnamed(told: str, question: str) -> Text:
    """The words told, without the name of what they really are: "waarom ze komen: ik bel eerst"."""
    text = read(told)
    named = [each for each in labelled(text, Topic.CONFIRM) if each.question == question]
    return read(text.of(named[0].said)) if named else text

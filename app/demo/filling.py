"""A database filled by really running the bot, and by coaches who work with what came of it."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from app.demo.owners import Owner
from app.demo.reviewing import Reviewing, reviews
from app.demo.talking import Clock, Talking, is_there
from app.settings import Settings
from app.wiring import Parts
from storage.clock import now_in_utc

#: The coaches of the demo, by code.
COACHES = {"mieke": "Mieke Claes", "tom": "Tom Verbeke"}
#: How long ago the coaches worked.
_LATELY = timedelta(minutes=5)


def filled(settings: Settings, cast: Sequence[Owner]) -> Iterator[str]:
    """Plays every owner of `cast` who hasn't talked yet and gives their names, one by one as they are done; in the end
    the coaches do their part with those."""
    clock = Clock(now_in_utc())
    parts = Parts(settings, now=clock)
    parts.make_ready()
    coaches = _coaches(parts)
    talking, new = Talking(parts.coach, parts.conversations, clock, now_in_utc), set[str]()
    for owner in sorted(cast, key=lambda owner: -owner.days):
        if not is_there(parts.conversations, owner):
            talking.talk(owner)
            new.add(owner.name)
            yield owner.name
    clock.at = now_in_utc() - _LATELY
    reviewing = Reviewing(parts, coaches)
    for review in reviews():
        if review.owner in new:
            reviewing.work(review)


def _coaches(parts: Parts) -> dict[str, str]:
    """The coaches by code; one that was there keeps the name."""
    there = dict(parts.coaches.all())
    for code in COACHES.keys() - there.keys():
        parts.coaches.add(code, COACHES[code])
    return COACHES | {code: there[code] for code in COACHES.keys() & there.keys()}

"""What a trade adds to a plan besides its plays: the question it hangs on, its season, its accidents, its tallies."""

from coaching.planning.calendar import long_of
from coaching.planning.desk import Desk
from coaching.planning.year import in_months_told, months, year_told
from coaching.weekdays import listed, numbers
from journey.faults import WEEKS
from journey.plan import Accident, Hinge
from journey.profile import ProfileField
from journey.trades import SectorWords

#: Channels of which a business that names its channels and not these has none.
_ONLINE = frozenset({"website", "webshop", "newsletter", "instagram", "facebook", "whatsapp", "online_booking"})
#: How many accidents and tallies a plan names.
_ACCIDENTS, _TALLIES = 2, 2


def hinge(desk: Desk) -> Hinge | None:
    """The question that a plan in this trade hangs on, with the owner's answer; none where the trade is not known."""
    if desk.sector.key == "general":
        return None
    question = _pack(desk).question
    told = desk.profile.text(ProfileField.TRADE_ANSWER).strip().rstrip(".")
    told = told or (_days_told(desk) if question.asks_days else "")
    return Hinge(question=_said(desk, question.ask), told=told, why=_said(desk, question.why))


def _days_told(desk: Desk) -> str:
    """The quiet and full times that answer a question about days, said as an owner would."""
    limits = desk.profile.limits
    times = (("quiet", limits.quiet_days), ("busy", limits.busy_days))
    said = [desk.words.say(f"plan.times.{kind}", when=when) for kind, told in times if (when := _when(desk, told))]
    return " ".join(said)


def _when(desk: Desk, told: tuple[str, ...]) -> str:
    days = [name for name in told if numbers((name,), desk.words)]
    on_days = desk.words.say("plan.times.days", days=listed(days, desk.words)) if days else ""
    others = [name for name in told if name not in days and not months((name,))]
    return desk.words.listed([part for part in (on_days, in_months_told(told, desk.words), *others) if part])


def season(desk: Desk) -> str:
    """What the year looks like, as the owner told it or else as it is in this trade, and how long a purchase takes."""
    days = desk.sector.purchase_days[1]
    key = "week.purchase_short" if days < 1 else "week.purchase" if days / 7 < WEEKS else "week.purchase_long"
    purchase = desk.words.say(key, long=long_of(desk.sector, desk.words), **desk.slots.values())
    told = year_told(desk.limits, desk.sector, desk.words, **desk.slots.values())
    return f"{told or _said(desk, _pack(desk).seasons)} {purchase}"


def accidents(desk: Desk) -> tuple[Accident, ...]:
    """What customers see by accident here, first what happens on channels that the owner has."""
    found = [Accident(seen=_said(desk, a.seen), fix=_said(desk, a.fix)) for a in _pack(desk).accidents]
    out = [name for channel in desk.means.excluded for name in _names(desk, channel)]
    mine = [name for channel in desk.means.has for name in _names(desk, channel)]
    allowed = [a for a in found if not _names_one(a, out)] or found
    there = desk.means.has | desk.means.everybody
    lacking = [name for channel in _ONLINE - there for name in _names(desk, channel)] if desk.means.has else []
    return tuple(sorted(allowed, key=lambda a: (_names_one(a, lacking), not _names_one(a, mine)))[:_ACCIDENTS])


def tallies(desk: Desk) -> tuple[str, ...]:
    """Two things that are easily counted in this trade; which ones differs from owner to owner."""
    every = [_said(desk, tally) for tally in _pack(desk).tallies]
    start = len(desk.means.seed) % len(every)
    return tuple((*every[start:], *every[:start])[:_TALLIES])


def _names_one(accident: Accident, names: list[str]) -> bool:
    said = f"{accident.seen} {accident.fix}".lower()
    return any(name in said for name in names)


def _names(desk: Desk, channel: str) -> tuple[str, str]:
    return channel, desk.words.say(f"channel.{channel}").lower()


def _pack(desk: Desk) -> SectorWords:
    return desk.sector.words(desk.words.language)


def _said(desk: Desk, text: str) -> str:
    return desk.slots.own(text, desk.words)

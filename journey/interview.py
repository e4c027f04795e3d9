"""Which question comes next: only what is not known yet, within the budget, quick ones first."""

from collections.abc import Callable

from journey.channels import MAIL
from journey.keys import Audience
from journey.profile import Profile, ProfileField
from journey.state import State
from journey.topics import QUESTIONS, Question
from journey.trades import Sector

#: Questions of the interview at most; the summary and the choice of a model make twelve.
BUDGET = 10
OPEN_BUDGET = 6
#: Channels told in passing that are hardly all there are, at most.
_FEW_CHANNELS = 2
#: Words that it takes to picture a customer, at least.
_PORTRAIT = 2

#: What a plan needs most, first. What falls outside the budget is assumed and shown as such.
_IMPORTANCE = (
    "business",
    "offer",
    "goal",
    "channels",
    "persona",
    "persona_pain",
    "hours",
    "money",
    "usp",
    "email",
    "trade",
)


#: What is asked again even where another question falls away for it.
_INDISPENSABLE = ("business", "offer", "goal")


def next_question(state: State, profile: Profile, sector: Sector | None) -> Question | None:
    """The question to ask now; None when enough is known or the budget is spent."""
    wanted = _wanted(state, profile, sector)
    return next((question for key, question in QUESTIONS.items() if key in wanted), None)


def questions_left(state: State, profile: Profile, sector: Sector | None) -> int:
    """How many questions the owner may still expect, the open one included; summary and model not counted."""
    wanted = set(_wanted(state, profile, sector))
    return len(wanted | {state.open} if state.open in _IMPORTANCE and not is_known(state.open, profile) else wanted)


def has_room(state: State) -> bool:
    """Whether one more question may be put within the budget."""
    return _spent(state) < BUDGET


def may_probe(state: State, question: Question, profile: Profile, sector: Sector | None) -> bool:
    """Whether a thin answer to `question` may be followed by one more question about it: where that takes the place of
    none but the question of the trade."""
    others = set(_unknown(state, profile, sector)) & set(_IMPORTANCE) - {question.key, "trade"}
    return question.open and not state.put_twice(question.key) and _spent(state) + len(others) < BUDGET


def may_repeat(state: State) -> bool:
    """Whether the open question may be put a second time, where something else was told instead of its answer. A step
    of the talk, like the summary, spends no budget."""
    return not state.put_twice(state.open) and (state.open not in state.asked or has_room(state))


def may_insist(state: State, profile: Profile, sector: Sector | None) -> bool:
    """Whether the open question may be put a second time where its answer wasn't understood: that must take the place
    of none but the question of the trade, unless no plan can do without it."""
    if not may_repeat(state) or state.open not in state.asked or state.open in _INDISPENSABLE:
        return may_repeat(state)
    others = set(_unknown(state, profile, sector)) & set(_IMPORTANCE) - {state.open, "trade", *state.asked}
    return _spent(state) + len(others) < BUDGET


def is_known(question: str, profile: Profile) -> bool:
    """Whether the owner already told what `question` asks."""
    return _KNOWN[question](profile) if question in _KNOWN else False


def _wanted(state: State, profile: Profile, sector: Sector | None) -> list[str]:
    unknown = _unknown(state, profile, sector)
    fresh = [key for key in unknown if key not in state.asked]
    reopened = [key for key in unknown if key in state.asked and not state.put_twice(key)]
    reopened = reopened[: BUDGET - _spent(state)] if has_room(state) else []
    return reopened + _within_budget(fresh, state)


def _unknown(state: State, profile: Profile, sector: Sector | None) -> list[str]:
    needed = [key for key in _needed(state, profile, sector) if key not in state.skipped]
    return [key for key in needed if not is_known(key, profile) or _only_hinted(key, state, profile)]


def _needed(state: State, profile: Profile, sector: Sector | None) -> tuple[str, ...]:
    unsure = sector is None or sector.key == "general" or sector.audience is Audience.BOTH
    audience = ("audience",) if unsure and ProfileField.AUDIENCE not in profile else ()
    more = ("channels_more",) if _told_in_passing(state, profile) else ()
    return (*(key for key in _IMPORTANCE if key != "trade" or _hangs_on_it(profile, sector)), *audience, *more)


def _only_hinted(key: str, state: State, profile: Profile) -> bool:
    """Whether a word in passing ("voor volwassenen") is all that is known of the best customer."""
    told = profile.text(ProfileField.PERSONA_SITUATION).split()
    return key == "persona" and key not in state.asked and len(told) < _PORTRAIT


def _hangs_on_it(profile: Profile, sector: Sector | None) -> bool:
    """Whether the trade is known and has a question of its own that nothing told so far answers."""
    if sector is None or sector.key == "general":
        return False
    limits = profile.limits
    return not (sector.nl.question.asks_days and (limits.quiet_days or limits.busy_days))


def _told_in_passing(state: State, profile: Profile) -> bool:
    """Whether a channel or two came up on their own, so that the others may still be asked for."""
    channels = profile.many(ProfileField.CHANNELS_CURRENT)
    return 0 < len(channels) <= _FEW_CHANNELS and not {"channels", "channels_more"} & set(state.asked)


def _within_budget(keys: list[str], state: State) -> list[str]:
    room = BUDGET - _spent(state)
    room_open = OPEN_BUDGET - sum(QUESTIONS[key].open for key in (*state.asked, *state.probed) if key in QUESTIONS)
    kept: list[str] = []
    for key in keys:
        cost_open = int(QUESTIONS[key].open)
        if len(kept) < room and cost_open <= room_open:
            kept.append(key)
            room_open -= cost_open
    return kept


def _spent(state: State) -> int:
    """Questions put so far; one that was put twice counts twice."""
    return len(state.asked) + len(state.probed) + len(set(state.repeated) & set(state.asked))


def _has(*fields: ProfileField) -> Callable[[Profile], bool]:
    return lambda profile: any(profile.told(field) for field in fields)


def _mails_nobody(profile: Profile) -> bool:
    """Whether mail is refused, to many or to one: then no list is used, and nothing hangs on who may be written to."""
    return bool(MAIL & set(profile.many(ProfileField.CHANNELS_EXCLUDED)))


_KNOWN: dict[str, Callable[[Profile], bool]] = {
    "business": _has(ProfileField.SECTOR, ProfileField.OFFER),
    "offer": _has(ProfileField.OFFER),
    "audience": _has(ProfileField.AUDIENCE, ProfileField.PERSONA_SITUATION),
    "goal": _has(ProfileField.GOAL),
    "channels": _has(ProfileField.CHANNELS_CURRENT),
    "hours": lambda profile: profile.limits.hours_per_week is not None,
    "money": lambda profile: profile.limits.euros_per_month is not None,
    "email": lambda profile: _has(ProfileField.EMAIL_LIST)(profile) or _mails_nobody(profile),
    "persona": _has(ProfileField.PERSONA_SITUATION),
    "persona_pain": _has(ProfileField.PERSONA_PAIN),
    "usp": _has(ProfileField.USP),
    "trade": _has(ProfileField.TRADE_ANSWER),
}

"""What a good coach does not do in a talk: ask what was told, go on for long, take facts wrongly."""

from collections.abc import Iterator
from typing import Any

from bench.conversations.owners import Owner
from bench.conversations.player import Talk
from journey.interview import OPEN_BUDGET
from journey.profile import GoalFact, Profile, ProfileField, Status
from journey.topics import QUESTIONS

#: Questions of a talk at most, with the summary and the choice of a model.
MOST = 12
#: Turns beyond the answers that were needed.
SPARE = 2
_STEPS = ("confirm", "model")
#: Facts that are right or wrong, not more or less well put; one of them that the card does not know is invented.
_PLAIN = ("owner_name", "business_name", "location", "price", "persona_age")
_LIMITS = {"hours": "hours_per_week", "money": "euros_per_month"}


def complaints(talk: Talk) -> tuple[str, ...]:
    """Everything that is wrong with a talk; empty where it was good."""
    return (*_of_course(talk), *facts_that_differ(talk))


def facts_that_differ(talk: Talk) -> tuple[str, ...]:
    """Facts that are missing, put differently than on the card, or invented."""
    return tuple(_of_facts(talk.owner, talk.profile))


def _of_course(talk: Talk) -> Iterator[str]:
    if not talk.planned:
        yield "no plan"
    if talk.planned and talk.profile.language != talk.owner.language:
        yield f"a plan in {talk.profile.language!r}"
    yield from (f"asked what was told: {key}" for key in asked_again(talk))
    put = questions_put(talk)
    if (times := times_put(talk)) > MOST:
        yield f"{times} questions"
    if (opened := sum(QUESTIONS[key].open for key in put)) > OPEN_BUDGET:
        yield f"{opened} open questions"
    if (spent := turns_spent(talk)) > needed(talk) + SPARE:
        yield f"{spent} turns for {needed(talk)} answers"


def questions_put(talk: Talk) -> tuple[str, ...]:
    """Every question put, each once."""
    return tuple(dict.fromkeys(turn.asked for turn in talk.turns if turn.asked and QUESTIONS[turn.asked].counts))


def times_put(talk: Talk) -> int:
    """How often a question was put, those put twice and those about thin answers counted too; the summary and the model
    once each. What comes back after the owner's own questions is the owner's doing."""
    state = talk.turns[-1].state
    return len(state.asked) + len(state.probed) + len(set(state.repeated) & set(state.asked)) + len(_STEPS)


def asked_again(talk: Talk) -> tuple[str, ...]:
    """Questions put although what they ask had been told: told before, or just now in answer to the same question. One
    question more about a thin answer is another question."""
    told: set[str] = set()
    again = []
    for turn in talk.turns:
        just_told = _told(talk.owner, turn.said)
        told |= just_told
        in_vain = turn.why in just_told and turn.why == turn.state.open and turn.why not in turn.state.probed
        if in_vain or turn.asked in told - set(_STEPS):
            again.append(turn.state.open)
    return tuple(dict.fromkeys(again))


def needed(talk: Talk) -> int:
    """The answers a plan for this owner needs: every question put that nothing else answers."""
    owner = talk.owner
    beside = {key for saying in owner.opening for key in saying.tells}
    beside |= {key for name, saying in owner.answers.items() for key in saying.tells if key != name}
    return len({*questions_put(talk), *_STEPS} - beside)


def turns_spent(talk: Talk) -> int:
    """What the owner had to say to get to the plan; the opening and own questions are not the coach's doing."""
    return sum(turn.why not in ("opening", "aside") for turn in talk.turns)


def _told(owner: Owner, said: str) -> set[str]:
    sayings = (*owner.opening, *owner.answers.values())
    return {key for saying in sayings if saying.say == said for key in saying.tells}


def _of_facts(owner: Owner, profile: Profile) -> Iterator[str]:
    for name, wanted in owner.knows.items():
        found = _found(name, profile)
        if not _right(found, wanted):
            yield f"{name}: {found!r} instead of {wanted!r}"
    for field in (ProfileField(name) for name in _PLAIN if name not in owner.knows):
        if profile.told(field):
            yield f"{field} invented: {profile.text(field)!r}"
    kept = " ".join(str(fact.value) for fact in profile.facts.values() if fact.status is Status.TOLD)
    yield from (f"kept {word!r}" for word in owner.never if word in kept)


def _found(name: str, profile: Profile) -> Any:
    if name in _LIMITS:
        return getattr(profile.limits, _LIMITS[name])
    if name in ("email", "email_size"):
        listed = profile.email_list
        return None if listed is None else listed.has if name == "email" else listed.size
    if name == "goal":
        return profile.goal
    field = ProfileField(name)
    if not profile.told(field):
        return None
    return profile.many(field) or profile.text(field)


def _right(found: Any, wanted: Any) -> bool:
    if isinstance(wanted, list):
        return found is not None and set(found) == set(wanted)
    if not isinstance(wanted, dict):
        return bool(found == wanted) or (isinstance(found, str) and found.lower() == str(wanted).lower())
    if isinstance(found, GoalFact):
        return all(value is None or getattr(found, part) == value for part, value in wanted.items())
    if "any" in wanted:
        return any(_right(found, each) for each in wanted["any"])
    return found is not None and all(word.lower() in str(found).lower() for word in wanted.get("has", ("no goal",)))

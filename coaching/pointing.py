"""Which suggestions of a plan an owner means: by their place ("2b"), their name, their channel or their form."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from coaching.understanding.text.normalise import fold
from journey.plan import Email, Plan, Suggestion
from prompts.words import Words

#: From 0 to 100: how well words must fit the name of a suggestion, and how near a second one may come to the best.
_FITS, _AS_WELL = 75, 5
_WORD = re.compile(r"[a-z0-9]{3,}")
_MAIL = {"email", "newsletter"}


class Pointed(NamedTuple):
    """The plays that are meant beyond doubt, and those that may be meant where it isn't clear which."""

    plays: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


def pointed(targets: Sequence[str], named: Collection[str], plan: Plan, words: Words) -> Pointed:
    """What `targets` mean. `named` are channels and forms that the same words name, for where nothing else fits."""
    found = [_one(target, plan, words) for target in targets]
    clear = tuple(dict.fromkeys(plays[0] for plays in found if len(plays) == 1))
    if clear:
        return Pointed(plays=clear)
    some = tuple(dict.fromkeys(play for plays in found for play in plays)) or _of_kind(named, plan)
    return Pointed(plays=some) if len(some) == 1 else Pointed(candidates=some)


def _one(target: str, plan: Plan, words: Words) -> tuple[str, ...]:
    """The plays that one target may mean, best first."""
    places = plan.places
    if target in places:
        return (places[target],)
    if target.isdigit():
        return tuple(play for place, play in places.items() if place[0] == target)
    said = " ".join(_WORD.findall(fold(target)))
    if not said:
        return ()
    scores = {play: _fit(said, item, words) for play, item in plan.items.items()}
    best = max(scores.values(), default=0.0)
    if best < _FITS:
        return ()
    return tuple(sorted((play for play, score in scores.items() if score >= best - _AS_WELL), key=lambda p: -scores[p]))


def _of_kind(named: Collection[str], plan: Plan) -> tuple[str, ...]:
    """The plays whose channel or form is named."""
    return tuple(play for play, item in plan.items.items() if _kinds(item) & set(named))


def _kinds(item: Suggestion | Email) -> set[str]:
    return _MAIL if isinstance(item, Email) else {item.channel, item.form}


def _fit(said: str, item: Suggestion | Email, words: Words) -> float:
    """How well the words fit the name, the channel or the form: the best of the three."""
    names = [item.name]
    if isinstance(item, Suggestion):
        names += [words.say(f"channel.{item.channel}"), words.say(f"form.{item.form}")]
    else:
        names += [words.say("form.email")]
    return max(float(fuzz.token_set_ratio(said, fold(name))) for name in names)

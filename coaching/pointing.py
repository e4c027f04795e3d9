"""Which suggestions of a plan an owner means: by their place ("2b"), their name, their channel or their form."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from math import log
from typing import NamedTuple

from rapidfuzz import fuzz

from coaching.understanding.text.normalise import fold
from journey.channels import MAIL
from journey.plan import Email, Plan, Suggestion
from prompts.words import Words

#: From 0 to 100: how well words must fit the name of a suggestion, and how near a second one may come to the best.
_FITS, _AS_WELL = 75, 5
_WORD = re.compile(r"[a-z0-9]{3,}")
#: How much of what is said, counted by how rare each word is in the plan, must stand in a suggestion that is told by
#: its words; what a word of its text counts for beside one of its name; how near a second one may come to the best; and
#: the letters by which words are compared.
_TELLS, _IN_TEXT, _NEARLY, _STEM = 0.4, 0.6, 0.8, 6
#: Words of its name that make one suggestion meant beyond doubt.
_SURELY = 2


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


#: Suggestions in a list to choose from, at most; the others can be typed.
_MOST = 14


def listed(plan: Plan, plays: Collection[str]) -> tuple[str, ...]:
    """The places that are listed to choose from: those of `plays`, or of what is done now where none is named."""
    items = plan.items
    wanted = [play for play, item in items.items() if play in plays or (not plays and not item.later)] or list(items)
    return tuple(place for place, play in plan.places.items() if play in wanted)[:_MOST]


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
        return _by_its_words(said, plan)
    return tuple(sorted((play for play, score in scores.items() if score >= best - _AS_WELL), key=lambda p: -scores[p]))


def _by_its_words(said: str, plan: Plan) -> tuple[str, ...]:
    """The plays in whose name and text the words stand that tell one suggestion from another, best first; two at least
    where the name of the best hardly says so."""
    named = {play: _stems(item.name) for play, item in plan.items.items()}
    written = {play: _stems(_text(item)) | named[play] for play, item in plan.items.items()}
    often = Counter(stem for stems in written.values() for stem in stems)
    weights = {stem: log(len(written) / often[stem]) if stem in often else 1.0 for stem in _stems(said)}
    whole = sum(weights.values())
    scores = {
        play: sum(weight * _counts(stem, named[play], written[play]) for stem, weight in weights.items())
        for play in written
    }
    best, *others = sorted(scores, key=lambda play: -scores[play]) or [""]
    if not whole or scores[best] < _TELLS * whole:
        return ()
    near = [play for play in others if scores[play] >= _NEARLY * scores[best]]
    sure = len(named[best].intersection(weights)) >= _SURELY
    return (best, *(near if sure else near or others[:1]))


def _counts(stem: str, named: Collection[str], written: Collection[str]) -> float:
    return 1.0 if stem in named else _IN_TEXT if stem in written else 0.0


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(fold(text))}


def _text(item: Suggestion | Email) -> str:
    return f"{item.subject} {item.body}" if isinstance(item, Email) else f"{item.why} {item.text}"


def _of_kind(named: Collection[str], plan: Plan) -> tuple[str, ...]:
    """The plays whose channel or form is named."""
    return tuple(play for play, item in plan.items.items() if _kinds(item) & set(named))


def _kinds(item: Suggestion | Email) -> frozenset[str]:
    return MAIL if isinstance(item, Email) else frozenset((item.channel, item.form))


def _fit(said: str, item: Suggestion | Email, words: Words) -> float:
    """How well the words fit the name, the channel or the form: the best of the three."""
    names = [item.name]
    if isinstance(item, Suggestion):
        names += [words.say(f"channel.{item.channel}"), words.say(f"form.{item.form}")]
    else:
        names += [words.say("form.email")]
    return max(float(fuzz.token_set_ratio(said, fold(name))) for name in names)

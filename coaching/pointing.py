"""Which suggestion of a plan an owner means: by its place ("2b"), its name, its channel or its form."""

import re

from rapidfuzz import fuzz

from coaching.understanding.normalise import fold
from journey.plan import Email, Plan, Suggestion
from prompts.words import Words

#: From 0 to 100: how well words must fit the name of a suggestion, and how near a second one may come to the best.
_FITS, _AS_WELL = 75, 5
_WORD = re.compile(r"[a-z0-9]{3,}")


def pointed(target: str, plan: Plan, words: Words) -> tuple[str, ...]:
    """The plays `target` may mean, best first; empty where it fits none. One means it is clear."""
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


def _fit(said: str, item: Suggestion | Email, words: Words) -> float:
    """How well the words fit the name, the channel or the form: the best of the three."""
    names = [item.name]
    if isinstance(item, Suggestion):
        names += [words.say(f"channel.{item.channel}"), words.say(f"form.{item.form}")]
    else:
        names += [words.say("form.email")]
    return max(float(fuzz.token_set_ratio(said, fold(name))) for name in names)

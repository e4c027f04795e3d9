"""Where owner and customer meet in a stage."""

from collections.abc import Sequence

from coaching.planning.desk import Desk
from journey.channels import CHANNELS, serving
from journey.models import Stage
from journey.plan import Suggestion


def touchpoints(
    desk: Desk, stage: Stage, suggestions: Sequence[Suggestion], *, mailed: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Online and offline, by name: what is suggested, then what is there, then what any business of this kind has, so
    that neither side is empty without need."""
    there = [c for c in CHANNELS if c in desk.means.has and set(stage.moments) & set(serving(c))]
    keys = dict.fromkeys((*(s.channel for s in suggestions), *there))
    for online in (True, False):
        if not any(CHANNELS[key].online is online for key in keys):
            keys.update(dict.fromkeys(_also(desk, stage, online=online, mailed=mailed)[:1]))
    named = {key: desk.words.say(f"channel.{key}") for key in keys if key not in desk.means.excluded}
    online_names = tuple(name for key, name in named.items() if CHANNELS[key].online)
    return online_names, tuple(name for key, name in named.items() if not CHANNELS[key].online)


def _also(desk: Desk, stage: Stage, *, online: bool, mailed: bool) -> list[str]:
    """Channels for a side of a stage that has none: those that serve it first, never a ruled-out one."""
    means = desk.means
    mine = [*(["email"] if mailed else []), *sorted(means.natural), *sorted(means.has), *sorted(means.everybody)]
    side = [c for c in dict.fromkeys(mine) if CHANNELS[c].online is online and c not in means.excluded]
    return sorted(side, key=lambda c: not set(stage.moments) & set(serving(c)))

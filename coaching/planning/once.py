"""Whether a customer buys only once in a life: the trade says so, or what this owner sells does."""

import re

from journey.keys import Rhythm
from journey.profile import Profile, ProfileField
from journey.trades import Sector

_ONCE = re.compile(
    r"\b(?:trouw\w*|bruids?\w*|bruiloft\w*|huwelijk\w*|wedding\w*|bridal|uitvaart\w*|begrafenis\w*|funeral\w*|"
    r"zwembad\w*|zonnepane\w*|nieuwbouw\w*)\b",
    re.IGNORECASE,
)


def bought_once(profile: Profile, sector: Sector) -> bool:
    """Whether passing it on counts here and coming back doesn't."""
    return sector.rhythm is Rhythm.ONCE or bool(_ONCE.search(profile.text(ProfileField.OFFER)))

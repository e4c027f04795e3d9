"""A business without a pack of its own that serves people who mourn is spared what an undertaker is spared."""

import re

from journey.profile import Profile, ProfileField
from journey.trades import Sector

#: The pack whose exclusions then hold, and the pack of businesses without one.
_UNDERTAKER, _NO_PACK = "funeral", "general"
_MOURNED = re.compile(
    r"\b(?:graf|graf(?:z|st|mo|we|ku)\w*|(?:op|voor|van|aan|bij|rond)\s+(?:de\s+|hun\s+|oude\s+)?graven|"
    r"graven\s+(?:poetsen|onderhouden|verzorgen|reinigen|schoonmaken|opknappen)|"
    r"zerk\w*|gedenk(?:teken|steen|stenen|plaat|platen|plek|kaars|prent|juwe|sier)\w*|rouw(?!e\b)\w*|"
    r"urn(?:en)?|uitvaart\w*|begrafenis\w*|nabestaanden|"
    r"graves?|gravestones?|headstones?|tombstones?|memorials?|urns?|funerals?|mourners|bereaved)\b",
    re.IGNORECASE,
)


def treated_as(profile: Profile, sector: Sector) -> frozenset[str]:
    """The trades by whose exclusions a plan for this owner is bound."""
    told = f"{profile.text(ProfileField.OFFER)} {profile.text(ProfileField.PERSONA_SITUATION)}"
    mourns = sector.key == _NO_PACK and _MOURNED.search(told)
    return frozenset({sector.key, _UNDERTAKER} if mourns else {sector.key})

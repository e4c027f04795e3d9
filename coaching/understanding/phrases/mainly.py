"""Of several things that are told, the one that counts most."""

import re

#: "bolletjes, maar vooral ijstaarten", "coffees, but mainly wedding cakes".
MAINLY = re.compile(
    r"\b(?:maar|ma|en|but|and)\s+(?:dan\s+)?(?:vooral|voornamelijk|hoofdzakelijk|mainly|mostly|above all)\s+"
    r"(?:(?:de|het|een|the|a|an)\s+)?(?P<thing>(?:(?!(?:die|dat|da|voor|aan|op|in|at|for|is|zijn|are|those|they|that)\b)"
    r"[a-z][\w'&-]*(?:\s+(?=[a-z]))?){1,4})"
)

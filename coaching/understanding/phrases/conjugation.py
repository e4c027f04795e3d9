"""Dutch verbs in the plural as they go with one person."""

import re

#: Plural -> after "je" or "u", and before "je" ("kun je"). Compounds go the same way: terechtkunnen -> terechtkunt.
IRREGULAR = {
    "zijn": ("bent", "ben"),
    "hebben": ("hebt", "heb"),
    "kunnen": ("kunt", "kun"),
    "willen": ("wilt", "wil"),
    "zullen": ("zult", "zul"),
    "mogen": ("mag", "mag"),
    "gaan": ("gaat", "ga"),
    "staan": ("staat", "sta"),
    "doen": ("doet", "doe"),
    "zien": ("ziet", "zie"),
    "komen": ("komt", "kom"),
}
_UNSTRESSED = re.compile(r"[aeiouy].*e[lrnm]$")


def second(plural: str, *, inverted: bool = False) -> str:
    """A verb in the plural as it goes with "je"; `inverted` before it ("denk je")."""
    for verb, (after, before) in IRREGULAR.items():
        if plural.endswith(verb):
            return plural.removesuffix(verb) + (before if inverted else after)
    stem = _stem(plural)
    return stem if inverted or stem.endswith("t") else f"{stem}t"


def _stem(plural: str) -> str:
    base = plural.removesuffix("en")
    bare = re.sub(r"^(?:ver|be|ge|her|ont)(?=.*[aeiou])", "", base)
    if len(base) > 2 and base[-1] == base[-2]:
        base = base[:-1]
    elif re.search(r"(?:^|[^aeiouy])[aeou][^aeiouywx]$", bare) and not _UNSTRESSED.search(bare):
        base = f"{base[:-1]}{base[-2]}{base[-1]}"
    return base[:-1] + {"v": "f", "z": "s"}.get(base[-1], base[-1])

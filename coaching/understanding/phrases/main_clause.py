"""A clause of an owner put in the order of a sentence: "ik gratis ophaal" -> "ik haal gratis op"."""

import re

_SUBJECTS = frozenset("ik we wij ge gij je jij u alles iedereen het".split())
#: Verbs that stand behind who does it when the clause is in order already: "ik kom aan huis".
_FINITE = frozenset(
    "ben bent is zijn heb hebt heeft hebben doe doet doen geef geven kom komt komen ga gaat gaan werk werkt werken "
    "maak maakt maken bel bellen haal halen lever leveren bak bakken kan kunt kunnen wil willen mag mogen moet moeten "
    "laat laten zal zullen verkoop verkopen gebruik gebruiken zorg zorgen".split()
)
_KNOWN = _SUBJECTS | _FINITE
#: Words that a clause has at least: who, what and the verb.
_ORDERED = 3
#: Verbs that another verb may follow at the end: "dat ik het kom ophalen".
_WITH_ANOTHER = frozenset("kan kunnen kom komen ga gaan wil willen zal zullen laat laten mag mogen moet moeten".split())
#: What a verb is split from when it goes to its place in a sentence, and the verbs that are not split.
_SPLITS_OFF = re.compile(
    r"(?P<off>terug|thuis|klaar|langs|door|voor|over|weg|bij|mee|aan|uit|op|af|in|om|na)"
    r"(?P<verb>(?:haal|halen|geef|geven|breng|brengen|kom|komen|neem|nemen|bel|bellen|zet|zetten|leg|leggen|maak|maken|"
    r"stuur|sturen|kijk|kijken|ruim|ruimen|lever|leveren|reken|rekenen|ga|gaan|doe|doen|denk|denken|help|helpen|"
    r"betaal|betalen|stel|stellen|bied|bieden|pas|passen|werk|werken|voer|voeren|loop|lopen))"
)
#: Where another clause begins that stays as it is.
_NEXT = re.compile(r"\s(?:voor(?:dat)?|als|wanneer|zodat|terwijl|nadat|tot)\s(?:ik|we|wij|ze|je|ge|u|er|het)\b.*$")
#: Before the last word these show that it is no verb: "in heel Wetteren".
_NO_VERB = frozenset("de het een ne nen in op bij met van aan voor naar heel hele mijn onze ons".split())


def main_clause(clause: str) -> str:
    """`clause`, what follows "dat", with its verb behind who does it; with "dat" in front where its order can't be told
    from its words, as it was where it needs none."""
    following = found.group() if (found := _NEXT.search(clause)) else ""
    words = clause.removesuffix(following).split()
    if len(words) < _ORDERED or words[1].lower() in _FINITE or not {words[0].lower(), words[-1].lower()} & _KNOWN:
        return clause
    subject, *rest, verb = words
    if not rest or rest[-1].lower() in _NO_VERB or not verb.islower():
        return f"dat {clause}"
    if rest[-1] in _WITH_ANOTHER:
        said = [subject, rest[-1], *rest[:-1], verb]
    elif split := _SPLITS_OFF.fullmatch(verb):
        said = [subject, split["verb"], *rest, split["off"]]
    else:
        said = [subject, verb, *rest]
    return f"{' '.join(said)}{following}"

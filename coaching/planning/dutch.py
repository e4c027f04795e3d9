"""Dutch said of customers ("dat ze eraan vasthangen") turned towards one of them ("dat je eraan vasthangt")."""

import re

from coaching.understanding.phrases.conjugation import IRREGULAR, second
from journey.keys import Address

_AUXILIARY = "moeten|kunnen|willen|gaan|zullen|mogen|worden|durven|laten|hoeven|blijven"
#: Verbs with which owners say what goes on in their customers; only these may open a question.
_MINDS = (
    "denken vinden schamen generen twijfelen willen weten hebben zijn kunnen durven voelen zien schrikken zoeken "
    "missen kennen vertrouwen snappen begrijpen vrezen betalen wachten krijgen moeten geloven horen verwachten vergeten"
).split()
_OPENS = re.compile(rf"^(?:ze|zij|mensen|klanten|velen) ({'|'.join(_MINDS)}) (zich )?(.+)$", re.IGNORECASE)
_AND = re.compile(rf"\ben ({'|'.join(_MINDS)})\b")
_CLAUSE = re.compile(
    r"\b(dat|of|als|hoe|waar|wanneer|voor|waarom|tot|wat|zodat) (?:ze|zij) ([^,;?]+?)(?=$|[,?]| (?:en|of) (?:dat|of)\b)"
)
#: "dat ze vastzitten en elke week moeten komen": two verbs to turn, of which only one would be found.
#: "en iedereen omkijkt" has a subject of its own and leaves theirs alone.
_TWO_VERBS = re.compile(r"en (?:en|of) (?!(?:iedereen|niemand|iemand|alles|het|er|de) .*(?<!en)$)")
#: Ends of verbs that are surely verbs ("terugbetalen"): a plural noun ("kosten", "kinderen") ends in none of them.
_VERBS = (
    *_MINDS,
    *_AUXILIARY.split("|"),
    *IRREGULAR,
    *(
        "kopen geven nemen vallen zitten liggen lopen rijden houden maken kiezen bellen vragen kijken raken verliezen "
        "bestellen komen brengen halen leren lezen schrijven eten slapen voelen durven horen stellen zeggen leggen "
        "schamen wassen werken gebruiken bewaren sturen spelen bevallen"
    ).split(),
)
#: What opens a clause behind the verb: "dat ze weer een boek kopen | dat blijft liggen".
_BEHIND = re.compile(
    r" (?=(?:dat|die|wat|waar\w*|om|omdat|terwijl|wanneer|maar|want|zonder"
    r"|en (?:dat|er|het|iedereen|niemand|iemand|alles|dan|de)) )"
)


def to_customer(text: str, address: Address) -> str:
    """Clauses about "ze" and what is "hun" turned to the customer; empty where a verb can't be found."""
    you = "u" if address is Address.U else "je"
    failed = False

    def turned(match: re.Match[str]) -> str:
        nonlocal failed
        clause = "" if _TWO_VERBS.search(match[2]) else _finite(match[2])
        failed = failed or not clause
        return f"{match[1]} {you} {clause}"

    text = _CLAUSE.sub(turned, text)
    if failed:
        return ""
    text = re.sub(r"\bzichzelf\b", "uzelf" if you == "u" else "jezelf", text)
    text = re.sub(r"\b(naar|van|aan|met|tegen|bij|over) hen\b", rf"\1 {'u' if you == 'u' else 'jou'}", text)
    return re.sub(r"\bhun\b(?! (?:het|de|een)\b)", "uw" if you == "u" else "je", text)


def _finite(clause: str) -> str:
    """A subordinate clause with its finite verb, at the end, before an infinitive or before a clause of its own, turned
    to "je"; empty where which word is the verb can't be told with certainty."""
    own, *behind = _BEHIND.split(clause, maxsplit=1)
    *rest, last = own.split()
    for at in range(len(rest) - 1, max(-1, len(rest) - 3), -1):
        if re.fullmatch(_AUXILIARY, rest[at]):
            return " ".join((*rest[:at], second(rest[at]), *rest[at + 1 :], last, *behind))
    if not _is_the_verb(last, rest, certain=bool(behind)):
        return ""
    return " ".join((*rest, second(last), *behind))


def _is_the_verb(last: str, before: list[str], *, certain: bool) -> bool:
    if last.endswith(_VERBS):
        return True
    return last.endswith("en") and not certain and not any(word.endswith(_VERBS) for word in before)


_ASHAMED = re.compile(r"^zich (?=(?:schamen|generen)\b)(\w+) (.+)$", re.IGNORECASE)


def asked(pain: str, address: Address) -> str:
    """ "ze schamen zich voor hun gebit" as a question to one of them: "Schaam je je voor je gebit?"; empty where the
    words don't say what customers think, feel or do."""
    match = _OPENS.match(_ASHAMED.sub(r"ze \1 zich \2", pain))
    if not match:
        return ""
    polite = address is Address.U
    you = "u" if polite else "je"
    rest = _AND.sub(lambda verb: f"en {second(verb[1], inverted=not polite)} {you}", match[3])
    rest = to_customer(rest, address)
    if not rest:
        return ""
    itself = ("zich " if polite else "je ") if match[2] else ""
    verb = second(match[1].lower(), inverted=not polite)
    return f"{verb[:1].upper()}{verb[1:]} {you} {itself}{rest}?"


#: Flemish "ge" with a verb before it, and verbs that go differently with "je".
_GE_AFTER = {
    "hebt": "heb",
    "kunt": "kun",
    "wilt": "wil",
    "zijt": "ben",
    "gaat": "ga",
    "doet": "doe",
    "ziet": "zie",
    "krijgt": "krijg",
    "komt": "kom",
}
_GE_BEFORE = {"zijt": "bent", "waart": "was", "hadt": "had", "zoudt": "zou", "moogt": "mag"}
_GE = re.compile(r"\b[Gg]ij?\b|\b[Gg]e\b")


def without_ge(text: str, address: Address) -> str:
    """Words of an owner who says "ge" to customers, as the rest of the text speaks to them: "zodat ge ziet" is "zodat
    je ziet"."""
    if not _GE.search(text):
        return text
    polite = address is Address.U
    you = "u" if polite else "je"
    if not polite:
        text = re.sub(rf"\b({'|'.join(_GE_AFTER)}) ge\b", lambda verb: f"{_GE_AFTER[verb[1]]} je", text)
        text = re.sub(r"\bu\b|\buw\b", "je", text)
    text = re.sub(rf"\b({'|'.join(_GE_BEFORE)})\b", lambda verb: _GE_BEFORE[verb[1]], text)
    return _GE.sub(lambda said: you.capitalize() if said[0][0] == "G" else you, text)

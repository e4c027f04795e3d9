"""An owner who takes something back: how sure that is, and which topic is meant."""

import re
from dataclasses import dataclass

from coaching.understanding.findings import Finding
from coaching.understanding.normalise import Span, Text
from coaching.understanding.taken_back import in_one_breath, names_number, taken_back
from journey.profile import ProfileField as F
from journey.topics import FIELDS, Topic

_STRONG = re.compile(
    r"\b(?:nee,? ?(?:wacht|sorry|toch)|wacht(?: even| eens| ff)?|(?:ik |'k |k )?bedoel(?:de)?(?= )|"
    r"(?:dat |da |dit )?klopt (?:niet|ni|nie)|dat is (?:niet juist|fout|verkeerd|niet correct)|oeps|"
    r"oei|verkeerd|foutje|mijn fout|my bad|wrong|should say|make (?:the|my) (?:hours|price|budget|town)|"
    r"(?:we|i)(?:'ve| have)? moved|mis(?:ge)?typt|mistyped|misspoke|(?:got|typed|wrote|said|put|had|"
    r"have) (?:that|it|this) wrong|maak van (?:die|dat)|"
    r"(?:typ|tik)fout|eigenlijk (?:meer|eerder)|(?:zet|set|update) .{0,25}\b(?:op|"
    r"naar|to)\b(?= .{0,12}\d)|vergist|vergis me|"
    r"correctie|verander\w*|pas (?:dat |dit |het )?aan|aanpassen|aangepast|wijzig\w*|moet (?:eigenlijk "
    r")?[^,.;!?\n]{0,25} zijn|trouwens toch|bij nader inzien|toch (?:geen|wel|niet|maar|liever|eerder)|"
    r"no,? ?wait|wait|i meant|i mean|actually,? (?:no|it|i|we|make)|oops|scratch that|correction|"
    r"that's (?:wrong|not right|incorrect)|make that|it's (?:spelled|spelt)|hang on|hold on|doe maar \d|klopt "
    r"niet meer|nog iets over daarnet|change (?:that|it|my|the)|should be|sorry,? i|not "
    r"quite|typo|my mistake|"
    r"ik zei .{2,30} maar|ik heb me vergist|niet helemaal juist|(?:behalve|except|buiten) (?:de|het|"
    r"the) \w+|maak (?:daar|er|dat|it) .{1,30}\bvan)\b"
)
_WEAK = re.compile(r"^\W*(?:(?:of|or|oh|ah|o|euh+|ja) )?(?:nee|neen|no|sorry|nope|niet|eigenlijk|actually)\b[\s,]*")
_FILLER = re.compile(
    r"^(?:\W*\b(?:nee|neen|no|nope|oh|o|ow|ah|wacht(?: even| eens| ff)?|wait|sorry|oeps|oops|oei|hm+|"
    r"(?:typ|tik)?foutje?|fout|toch|trouwens|eigenlijk|actually|ik bedoelde?|bedoelde|bedoel|i meant?|i "
    r"mean|(?:dat |da |dit )?klopt (?:niet|ni|nie)|"
    r"(?:dat |dit )?is (?:niet juist|fout|verkeerd)|that's (?:wrong|not right|incorrect)|scratch that|"
    r"make that|correctie|correction|foutje|ik heb me vergist|i said that wrong|het is|het zijn|it's|"
    r"het moet|moet zijn|should be|"
    r"(?:i |'?k |ik )?(?:had |heb )?(?:me |mij )?(?:mis(?:ge)?typt|mistyped|vergist)|(?:i )?(?:got|typed|"
    r"wrote|said|put|had|have) (?:that|it|this) wrong|"
    r"mijn fout|my bad|of(?= (?:nee|no)\b)|or(?= no\b)|euh+|"
    r"that should be|dat moet|verander (?:dat |het )?(?:naar|in)|change (?:that|it) to|bij nader "
    r"inzien|my mistake|typo|maar|but|niet(?! (?:op |aan )?(?:insta|ig\b|fb\b|facebook|tiktok|linkedin|"
    r"pinterest|snap|x\b|enkel|alleen|meer|voor))|and|en)\b)+[\s,:.-]*"
)
TOPICS: dict[F, Topic] = {field: topic for topic, fields in reversed(FIELDS.items()) for field in fields} | {
    F.LOCATION: Topic.LOCATION,
    F.OFFER: Topic.OFFER,
    F.SECTOR: Topic.BUSINESS,
}


_NAMED = {
    Topic.PRICE: re.compile(r"\b(?:prijs|prijzen|price|prices)\b"),
    Topic.LOCATION: re.compile(r"\b(?:locatie|plaats|adres|stad|gemeente|location|town|place|address)\b"),
    Topic.OWNER_NAME: re.compile(r"\b(?:mijn naam|my name)\b"),
    Topic.CONSTRAINTS: re.compile(r"\b(?:budget|uren|tijd|hours|time)\b"),
    Topic.GOAL: re.compile(r"\b(?:doel|goal)\b"),
    Topic.CHANNELS: re.compile(r"\b(?:kanalen|channels|social media)\b"),
    Topic.AUDIENCE: re.compile(r"\b(?:doelgroep|audience)\b"),
    Topic.PERSONA: re.compile(r"\b(?:klant|klanten|leeftijd|customers?|age|persona)\b"),
    Topic.OFFER: re.compile(r"\b(?:aanbod|product|producten|offer|products)\b"),
    Topic.BUSINESS: re.compile(r"\b(?:sector|zaak|bedrijf|business)\b"),
    Topic.EMAIL: re.compile(r"\b(?:adressen|mailinglijst|mailing list)\b"),
    Topic.MODEL: re.compile(r"\bmodel\b"),
}


@dataclass(frozen=True)
class Correction:
    """How sure it is that something is taken back, and the message with the part that no longer holds blanked."""

    strong: bool
    weak: bool
    text: Text


def find_correction(text: Text, asking: Topic | None) -> Correction:
    """Whether the owner takes something back."""
    strong, weak = _STRONG.search(text.low) is not None, _WEAK.match(text.low) is not None
    if _answers(text, asking, strong, weak):
        return Correction(False, False, text)
    if again := in_one_breath(text):
        return Correction(False, False, text.without([again]))
    if gone := taken_back(text, strong, weak):
        return Correction(True, weak, text.without([gone]))
    return Correction(strong, weak, text)


def _answers(text: Text, asking: Topic | None, strong: bool, weak: bool) -> bool:
    """Whether what looks like a correction answers the open question: "10 in plaats van 4", "nee, geen lijst"."""
    if asking is Topic.GOAL and _INSTEAD.search(text.low):
        return True
    return asking is Topic.EMAIL and weak and not strong and not names_number(text.low)


_INSTEAD = re.compile(r"\b(?:in plaats van|instead of|ipv)\b")


def cue_of(text: Text) -> Span:
    """The words at the start that announce a correction."""
    cue = _FILLER.match(text.low)
    return Span(0, cue.end() if cue else 0)


def named_topic(text: Text) -> Topic | None:
    """The topic that a message calls by its name: "de prijs klopt niet"."""
    for topic, pattern in _NAMED.items():
        if pattern.search(text.low):
            return topic
    return None


def topic_of(findings: list[Finding], asking: Topic | None) -> Topic | None:
    """The topic that a correction with these findings is about."""
    for finding in findings:
        return TOPICS.get(finding.field, asking)
    return asking

"""An owner who takes something back: the cue, the part that no longer holds, and which topic is meant."""

import re
from dataclasses import dataclass

from coaching.understanding.findings import Finding
from coaching.understanding.normalise import Span, Text
from journey.profile import ProfileField as F
from journey.topics import FIELDS, Topic

_STRONG = re.compile(
    r"\b(?:nee,? ?(?:wacht|sorry|toch)|wacht(?: even| eens| ff)?|(?:ik |'k |k )?bedoel(?:de)?(?= )|"
    r"(?:dat |da |dit )?klopt (?:niet|ni|nie)|dat is (?:niet juist|fout|verkeerd|niet correct)|oeps|"
    r"oei|verkeerd|foutje|(?:typ|tik)fout|eigenlijk (?:meer|eerder)|(?:zet|set|update) .{0,25}\b(?:op|"
    r"naar|to)\b(?= .{0,12}\d)|vergist|vergis me|"
    r"correctie|verander\w*|pas (?:dat |dit |het )?aan|aanpassen|aangepast|wijzig\w*|moet (?:eigenlijk "
    r")?.{0,25} zijn|trouwens toch|bij nader inzien|toch (?:geen|wel|niet|maar|liever|eerder)|"
    r"no,? ?wait|wait|i meant|i mean|actually,? (?:no|it|i|we|make)|oops|scratch that|correction|"
    r"that's (?:wrong|not right|incorrect)|make that|it's (?:spelled|spelt)|hang on|hold on|doe maar \d|klopt niet meer|nog iets over daarnet|change (?:that|it|my|the)|should be|sorry,? i|not "
    r"quite|typo|my mistake|"
    r"ik zei .{2,30} maar|ik heb me vergist|niet helemaal juist|(?:behalve|except|buiten) (?:de|het|"
    r"the) \w+|maak (?:daar|er|dat|it) .{1,30}\bvan)\b"
)
_WEAK = re.compile(r"^\W*(?:nee|neen|no|sorry|nope|niet|eigenlijk|actually)\b[\s,]*")
_NOT_BUT = re.compile(
    r"\b(?:niet|geen|not|no)\s+(?P<old>[^,.;!?\n]{1,40}?)\s*,?\s*\b(?:maar|but|wel)\s+(?=\S)|\b(?:in "
    r"plaats van|instead of|rather than|i\.p\.v\.|ipv)\s+(?P<old2>[^,.;!?\n]{1,40})"
)
_SAID = re.compile(
    r"\b(?:ik zei|i said)\s+(?:daarnet |net |eerder |earlier |before "
    r")?(?P<old>[^,.;!?\n]{1,30}?)\s*,?\s+(?:maar|but)\s+(?:(?:dat|het|it|that)\s+)?(?:is|moet|should|"
    r"'s)?"
)
_BUT_NOT = re.compile(
    r"(?P<new>\S[^,.;!?\n]{0,40}?)\s*,?\s+(?:en )?(?:niet|not|geen)\s+(?P<old>(?:de |het |een "
    r")?[\w€£$.,+-]{1,20}(?: euro| eur| quid| pounds?| uur| hours?| jaar)?)\s*\W*$"
)
#: "ik heb geen maillijst" tells that there is none; it takes no list back.
_HAS_NONE = re.compile(
    r"\b(?:heb|hebben|heeft|have|has|got|wil|willen|want|doe|doen|gebruik|gebruiken|is er|zijn er|there's|er is)\s+"
    r"(?:ook |echt |nog |eigenlijk )?(?:geen|no|not)\s+(?:(?:de|het|een)\s+)?$"
)
#: "we verkopen geen brood meer": what was told of the offer before and is no longer so.
_NO_MORE = re.compile(
    r"\b(?:verkopen|verkoop|maken|maak|doen|doe|bakken|bak|geven|geef|sell|make|do|offer|bake) (?:eigenlijk |nu )?"
    r"(?P<old>(?:geen|no|not) [^,.;!?\n]{2,30}? (?:meer|anymore|any more|any longer))\b|"
    r"\b(?:no longer (?:sell|make|do|offer|bake) (?P<old2>[^,.;!?\n]{2,30})|"
    r"don't (?:sell|make|do|offer|bake) (?P<old3>[^,.;!?\n]{2,30}) (?:anymore|any more|any longer))"
)
#: "it's not new customers i want, i want …", "we zijn geen cafe, we zijn een bakkerij".
_IS = r"(?:it's|it is|that's|het is|'t is|dat is|da's|het gaat|i'm|i am|we're|we are|ik ben|wij zijn|we zijn)"
_NOT_THIS = re.compile(
    rf"\b{_IS} (?P<old>(?:not|niet|geen) (?:about |over |om )?(?!what|wat|right|juist|correct|ok|true|waar|goed|helemaal|quite)[^,.;!?\n]{{2,40}})[,.;]\s*"
    rf"(?=(?:{_IS}|i|ik|we|wij|maar|but)\b)"
)
#: "het is meer om bekender te worden dan om nieuwe klanten".
_MORE_THAN = re.compile(
    r"\b(?:eigenlijk|actually|eerder|nee|no),? .{0,30}?\b(?:meer|eerder|more|rather) .{2,50}?(?P<old>\b(?:dan|than) .{2,50})$"
)
#: "ik zit in halle, niet in hal".
_NOT_IN = re.compile(
    r"\b(?P<in>in|te|uit|near|op) [\w-]+(?: [\w-]+)?,? (?:en |and )?(?P<old>(?:niet|not) (?P=in) [\w -]{2,25})\W*$"
)
#: "4 uur, nee zeg maar 2": put right before it was sent.
_IN_ONE_BREATH = re.compile(
    r"[\s,.;]+(?:euh+ |eh |oh |o |of |ah )?(?:nee+|neen|no|wacht|wait)[\s,]+"
    r"(?:(?:wacht|wait|sorry|zeg|doe|make|maak|toch|maar|it|that|liever|say|eerder|rather|actually|i mean|ik bedoel)\s+)*"
    r"(?=[€£]?\s?\d|(?:een|twee|drie|vier|vijf|zes|acht|tien|twintig|dertig|vijftig|one|two|three|four|five|six|ten|twenty|fifty)\b)"
)
_SHORT = 15
#: "3 uur was te optimistisch, doe maar 1".
_TOO_MUCH = re.compile(r"(?P<old>\d[^,.;!?\n]{0,15}? (?:is|was|lijkt|seems) (?:\w+ )?(?:te|too) \w+)[,.;]")
_FILLER = re.compile(
    r"^(?:\W*\b(?:nee|neen|no|nope|oh|o|ow|ah|wacht(?: even| eens| ff)?|wait|sorry|oeps|oops|oei|hm+|"
    r"(?:typ|tik)?foutje?|fout|toch|trouwens|eigenlijk|actually|ik bedoelde?|bedoelde|bedoel|i meant?|i "
    r"mean|(?:dat |da |dit )?klopt (?:niet|ni|nie)|"
    r"(?:dat |dit )?is (?:niet juist|fout|verkeerd)|that's (?:wrong|not right|incorrect)|scratch that|"
    r"make that|correctie|correction|foutje|ik heb me vergist|i said that wrong|het is|het zijn|it's|"
    r"het moet|moet zijn|should be|"
    r"that should be|dat moet|verander (?:dat |het )?(?:naar|in)|change (?:that|it) to|bij nader "
    r"inzien|my mistake|typo|maar|but|niet(?! (?:op |aan )?(?:insta|ig\b|fb\b|facebook|tiktok|linkedin|pinterest|snap|x\b|enkel|alleen|meer|voor))|and|en)\b)+[\s,:.-]*"
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
    if asking is Topic.GOAL and re.search(r"\b(?:in plaats van|instead of|ipv)\b", text.low):
        return Correction(False, False, text)
    if asking is Topic.EMAIL and _WEAK.match(text.low) and not _STRONG.search(text.low) and not _KIND.search(text.low):
        return Correction(False, False, text)
    if len(text.words) <= _SHORT and (anew := _IN_ONE_BREATH.search(text.low)):
        old = text.clause_at(text.trim(Span(0, anew.start()), ",.;").end - 1)
        if _KIND.search(text.low, old.start, anew.start()):
            return Correction(False, False, text.without([Span(old.start, anew.end())]))
    if gone := _NO_MORE.search(text.low):
        return Correction(True, False, text.without([_old(gone)]))
    if (much := _TOO_MUCH.search(text.low)) and _KIND.search(text.low, much.end()):
        return Correction(True, False, text.without([Span(much.start("old"), much.end("old"))]))
    if this := _NOT_THIS.search(text.low) or _MORE_THAN.search(text.low):
        return Correction(True, False, text.without([Span(this.start("old"), this.end("old"))]))
    said = _SAID.search(text.low)
    if said:
        return Correction(True, False, text.without([Span(said.start(), said.end("old"))]))
    strong = _STRONG.search(text.low) is not None
    weak = _WEAK.match(text.low) is not None
    swap = _NOT_BUT.search(text.low)
    if swap and not _is_plain_contrast(text, swap):
        return Correction(True, weak, text.without([_old(swap)]))
    if elsewhere := _NOT_IN.search(text.low) if strong or weak else None:
        return Correction(True, weak, text.without([Span(elsewhere.start("old"), elsewhere.end("old"))]))
    tail = _BUT_NOT.search(text.low) if any(no in text.low for no in ("niet", "not", "geen")) else None
    if tail and _HAS_NONE.search(text.low[: tail.start("old")]):
        tail = None
    if tail and not strong and not (_KIND.search(tail.group("old")) and _KIND.search(text.low[: tail.start("old")])):
        tail = None
    if tail and not _names_channel(tail.group("old")):
        return Correction(True, weak, text.without([Span(tail.start("old"), tail.end("old"))]))
    return Correction(strong, weak, text)


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


def _old(swap: re.Match[str]) -> Span:
    group = next(name for name, words in swap.groupdict().items() if name.startswith("old") and words)
    return Span(swap.start(group), swap.end(group))


def _names_channel(words: str) -> bool:
    return re.search(r"facebook|insta|tiktok|linkedin|fb|pinterest|x$|snapchat|twitter", words) is not None


_KIND = re.compile(
    r"\d|\b(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twintig|dertig|veertig|vijftig|honderd|"
    r"one|two|three|four|five|ten|twenty|thirty|fifty)\b"
)


#: "ik ben geen bakker maar slager".
_AM = re.compile(rf"\b{_IS} (?:eigenlijk |actually )?$")


def _is_plain_contrast(text: Text, swap: re.Match[str]) -> bool:
    """ "niet op facebook maar wel op insta" and "geen tijd maar wel zin" take nothing back; "niet 3 maar 5" does."""
    old = swap.group("old") or swap.group("old2") or ""
    if _names_channel(old) or text.low[: swap.end() + 4].endswith(("wel", "wel ")):
        return True
    new = text.low[swap.end() : swap.end() + 30]
    if _KIND.search(old) and (_KIND.search(new) or swap.group("old2")):
        return False
    if _AM.search(text.low[: swap.start()]):
        return False
    if swap.group().startswith(("geen", "no ")) and not re.match(r"(?:een|a|an|'n)\b|\d", new):
        return True
    before = text.low[: swap.start()].strip()
    return not re.fullmatch(
        (
            r"(?:nee|neen|no|sorry|wacht|oeps|oh)?[\s,]*(?:(?:het|dat|it|dit|ik|wij|we|i)\s+(?:is|zijn|zit|"
            r"zitten|ben|heb|am|are|'s|in)\s*(?:in|te)?)?(?:it's|i'm)?"
        ),
        before,
    )

"""The part of a correction that no longer holds: "niet 3 maar 5", "we verkopen geen brood meer"."""

import re

from coaching.understanding.text.normalise import Span, Text

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
    r"(?P<new>\S[^,.;!?\n]{0,40}?)\s*,?\s+(?:en )?(?:niet|nie|ni|not|geen|gene)\s+(?P<old>(?:de |het |een "
    r")?(?!meer\b|any|juist\b|right\b|correct\b|zo\b)[\w€£$.,+-]{1,20}(?: euro| eur| quid| pounds?|"
    r" uur| hours?| jaar)?)(?:\s+(?:lol|haha|hoor|he|please|aub))?\s*\W*$"
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
    rf"\b{_IS} (?P<old>(?:not|niet|geen) (?:about |over |om )?(?!what|wat|right|juist|correct|ok|true|waar|"
    rf"goed|helemaal|quite)[^,.;!?\n]{{2,40}})[,.;]\s*"
    rf"(?=(?:{_IS}|i|ik|we|wij|maar|but)\b)"
)
#: "het is meer om bekender te worden dan om nieuwe klanten".
_MORE_THAN = re.compile(
    r"\b(?:eigenlijk|actually|eerder|nee|no|het gaat (?:mij|me|ons)),? .{0,30}?\b(?:meer|eerder|more|"
    r"rather) .{2,50}?(?P<old>\b(?:dan|"
    r"than) .{2,50})$"
)
#: "ik zit in halle, niet in hal".
_NOT_IN = re.compile(
    r"\b(?P<in>in|te|uit|near|op) [\w-]+(?: [\w-]+)?,? (?:en |and )?(?P<old>(?:niet|not) (?P=in) [\w -]{2,25})\W*$"
)
#: "3 uur was te optimistisch, doe maar 1".
_TOO_MUCH = re.compile(
    r"(?P<old>\d[^,.;!?\n]{0,15}? (?:is|was|lijkt|seems) (?:\w+ )?(?:(?:te|too) \w+|overdreven|teveel|"
    r"niet haalbaar|onrealistisch|unrealistic|optimistic|optimistisch))[,.;]"
)
#: "maak van die 50 euro maar 75", "change the £20 to £25".
_MAKE_OF = re.compile(
    r"^\W*(?:not|niet|geen)\s+(?P<old2>[€£]?\d[\w ]{0,15}),\s*(?=[€£]?\d)|"
    r"\b(?:maak van|verander|wijzig|change|make|zet|doe)\s+(?:(?:die|dat|de|het|the|that|those|mijn|my)\s+)?"
    r"(?P<old>[€£]?\d[^,.;!?\n]{0,20}?)[\s,]+(?:maar\s+|naar\s+|in\s+|into\s+|to\s+|weg\s+)*(?=[€£]?\d)"
)
_KIND = re.compile(
    r"\d|\b(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|vijftien|twintig|dertig|veertig|vijftig|zestig|"
    r"honderd|one|two|three|four|five|six|eight|ten|fifteen|twenty|thirty|forty|fifty)\b"
)
_DAY = re.compile(r"\b(?:maan|dins|woens|donder|vrij|zater|zon)dag|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day")
#: "ik ben geen bakker maar slager".
_AM = re.compile(rf"\b{_IS} (?:eigenlijk |actually )?$")
_CHANNEL = re.compile(r"facebook|insta|tiktok|linkedin|fb|pinterest|x$|snapchat|twitter")
_NO = ("niet", "not", "geen")


def taken_back(text: Text, strong: bool, weak: bool) -> Span | None:
    """What no longer holds, where the words say so; `strong` and `weak` tell how the message begins."""
    searches = (_NO_MORE, _MAKE_OF, _NOT_THIS, _MORE_THAN)
    plain = _too_much(text) or next(filter(None, (pattern.search(text.low) for pattern in searches)), None)
    if plain:
        return _old(plain)
    if (said := _SAID.search(text.low)) and not _names_channel(said["old"]):
        return Span(said.start(), said.end("old"))
    swap = _NOT_BUT.search(text.low)
    if swap and not _is_plain_contrast(text, swap):
        return _old(swap)
    if elsewhere := _NOT_IN.search(text.low) if strong or weak else None:
        return _old(elsewhere)
    return _behind(text, strong)


def names_number(low: str) -> bool:
    """Whether a number is told, in figures or words."""
    return _KIND.search(low) is not None


def _too_much(text: Text) -> re.Match[str] | None:
    much = _TOO_MUCH.search(text.low)
    return much if much and _KIND.search(text.low, much.end()) else None


def _behind(text: Text, strong: bool) -> Span | None:
    """ "5 uur, niet 3": the old value at the end, of the same kind as the new."""
    tail = _BUT_NOT.search(text.low) if any(no in text.low for no in _NO) else None
    if tail is None or _HAS_NONE.search(text.low[: tail.start("old")]) or _names_channel(tail.group("old")):
        return None
    old, before = tail.group("old"), text.low[: tail.start("old")]
    alike = any(kind.search(old) and kind.search(before) for kind in (_KIND, _DAY))
    return _old(tail) if strong or alike else None


def _old(swap: re.Match[str]) -> Span:
    group = next(name for name, words in swap.groupdict().items() if name.startswith("old") and words)
    return Span(swap.start(group), swap.end(group))


def _names_channel(words: str) -> bool:
    return _CHANNEL.search(words) is not None


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

"""Whom a business serves, only where the owner says so."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.text.normalise import Span
from journey.keys import Audience
from journey.profile import ProfileField
from journey.topics import Topic

_SURE = {
    Audience.BOTH: re.compile(
        r"\b(?:b2b en b2c|b2c en b2b|b2b and b2c|b2c and b2b|zowel (?:particulieren|bedrijven|b2b|b2c|"
        r"zakelijk\w*) als \w+|(?:particulieren|consumenten) (?:en|&|als) (?:ook )?(?:bedrijven|kmo'?s|"
        r"zaken\w*)|bedrijven (?:en|&|als) (?:ook )?(?:particulieren|consumenten)|both (?:businesses|"
        r"companies|consumers) and \w+|(?:consumers|individuals) and (?:companies|businesses)|(?:companies|"
        r"businesses) and (?:consumers|individuals|people))\b"
    ),
    Audience.NON_PROFIT: re.compile(
        r"\b(?:vzw|non-?profit|not[- ]for[- ]profit|goed doel|goede doel|stichting|charity|"
        r"vrijwilligersorganisatie|zonder winstoogmerk|we zijn een vereniging|ngo)\b"
    ),
    Audience.B2B: re.compile(
        r"\b(?:b2b|business[- ]to[- ]business|zakelijke (?:klanten|markt)|business clients|andere "
        r"bedrijven|trade only|to the trade|wholesale|groothandel)\b"
    ),
    Audience.B2C: re.compile(r"\b(?:b2c|business[- ]to[- ]consumer|particuliere klanten|private customers)\b"),
}
_ANSWER = {
    Audience.BOTH: re.compile(
        r"\b(?:allebei|beide|beiden|both|alle ?twee|alletwee|bei|mix|van alles|half om half|fifty-fifty|de "
        r"twee|each)\b"
    ),
    Audience.NON_PROFIT: re.compile(r"\b(?:verenigingen|leden|vrijwilligers|goede doelen|members|volunteers)\b"),
    Audience.B2B: re.compile(
        r"\b(?:bedrijven|bedrijf|ondernemers|ondernemingen|zelfstandigen|kmo'?s|zzp'?ers|mkb|zakelijk|"
        r"firma's|companies|businesses|takeaways|pubs|hotels|cafes|shops|offices|organisaties|scholen|restaurants|winkels|aannemers|kantoren|"
        r"gemeenten|professionals)\b"
    ),
    Audience.B2C: re.compile(
        r"\b(?:particulier(?:en)?|consument(?:en)?|gewone mensen|mensen|consumers|individuals|"
        r"private (?:clients|customers|people)|ordinary "
        r"people|people|gezinnen|prive|prive-?personen|huishoudens|families|iedereen|everyone|ouders|"
        r"vrouwen|mannen|private individuals|homeowners|buurtbewoners|klanten uit de buurt)\b"
    ),
}
_BUSINESSES = re.compile(
    r"\b(?:enkel|alleen|vooral|only|mainly|mostly|uitsluitend|just)\s+(?:voor |aan |for |to |with |met "
    r")?(?P<b2b>(?:kleine |grote |lokale |small |other |andere )?(?:bedrijven|companies|businesses|kmo'?s|"
    r"kantoren|winkels|horeca\w*|restaurants|takeaways|hotels|cafes|pubs|scholen|schools|aannemers|"
    r"bouwbedrijven|zelfstandigen|zzp'?ers|ondernemers|zaakvoerders|professionals|shops|offices|retailers|"
    r"trade))\b(?!,? (?:en|and|of|or|&) (?:particulier|consument|gezin|prive|individual|consumer|famil|"
    r"privat))|\b(?:enkel|alleen|vooral|only|mainly|"
    r"uitsluitend|mostly|just)\s+(?:voor |aan |for |to )?(?P<b2c>particulieren|consumenten|consumers|"
    r"private individuals)\b"
)


def find_audience(reading: Reading) -> list[Finding]:
    """The audience told."""
    low = reading.text.low
    for audience, pattern in _SURE.items():
        match = pattern.search(low)
        if match and not _negated(low, match.start()):
            besides = _OTHER.get(audience) is reading.context.profile.audience is not None and _ALSO.search(low)
            return [_finding(Audience.BOTH if besides else audience, match.start(), match.end())]
    if _asked(reading, low) and (both := _besides(low)):
        return both
    only = _BUSINESSES.search(low)
    if only:
        return [_finding(Audience.B2B if only.group("b2b") else Audience.B2C, only.start(), only.end())]
    if reading.asked(Topic.BUSINESS) and (served := _FOR_FIRMS.search(low)):
        return [_finding(Audience.B2B if served.group("b2b") else Audience.B2C, served.start(), served.end())]
    if told := _NOT_OTHERS.match(low):
        return [_finding(Audience.B2B if told.group("b2b") else Audience.B2C, told.start(), told.end())]
    return _also(reading, low) or _no_longer(reading, low) or (_answered(low) if _asked(reading, low) else [])


_FIRMS, _PRIVATE = (
    r"bedrijven|businesses|companies|firma's|kmo's",
    r"particulieren|consumenten|consumers|individuals|people|mensen",
)
#: "inspecties van daken voor bedrijven", "cleaning for small offices".
_FOR_FIRMS = re.compile(
    rf"\b(?:voor|aan|bij|for|to) (?:(?:kleine|grote|grotere|lokale|small|smaller|large|bigger|local) )?"
    rf"(?:(?P<b2b>{_FIRMS}|kantoren|offices)|(?P<b2c>particulieren|consumenten|consumers|individuals))"
    r"(?=\s*(?:$|[,.;:!\n]|(?:in|te|uit|met|with|from|vanaf|rond|near)\b))"
)
#: "bedrijven, geen particulieren".
_NOT_OTHERS = re.compile(
    rf"\W*(?:(?P<b2b>{_FIRMS})|(?P<b2c>{_PRIVATE}))\W+(?:geen|niet|not|no)\s+(?:{_FIRMS}|{_PRIVATE})\b"
)
_ALSO = re.compile(r"\b(?:ook|also|as well|too)\b")
_SERVES = re.compile(
    r"\b(?:(?:klant\w*|doelgroep|customers?|clients?|audience) (?:zijn|is|are)|(?:werk\w*|lever\w*|verkoop\w*|"
    r"doe|doen|work|"
    r"sell|deliver|do)\b(?: \w+){0,3}? (?:voor|aan|met|for|to|with))\b"
)


def _also(reading: Reading, low: str) -> list[Finding]:
    """ "ik werk ook voor bedrijven", where the others were told: both."""
    known = reading.context.profile.audience
    if known not in (Audience.B2B, Audience.B2C) or not (_ALSO.search(low) and _SERVES.search(low)):
        return []
    other = _ANSWER[Audience.B2C if known is Audience.B2B else Audience.B2B].search(low)
    return [_finding(Audience.BOTH, other.start(), other.end())] if other and not _negated(low, other.start()) else []


_OTHER = {Audience.B2B: Audience.B2C, Audience.B2C: Audience.B2B}


def _no_longer(reading: Reading, low: str) -> list[Finding]:
    """ "no we don't do b2b", where both or these were told: the others."""
    corrects = reading.correcting or reading.asked(Topic.CONFIRM) or _NO_MORE.search(low)
    if not reading.knows(ProfileField.AUDIENCE) or not corrects:
        return []
    for audience, other in _OTHER.items():
        match = _SURE[audience].search(low) or _ANSWER[audience].search(low)
        if match and _DENIED.search(low[: match.start()]) and _SERVED.search(low):
            return [_finding(other, match.start(), match.end())]
    return []


_NO_MORE = re.compile(r"\b(?:(?:niet|ni|nie|geen) meer|no longer|any ?more)\b")
_DENIED = re.compile(
    r"\b(?:geen|niet (?:meer )?(?:voor|aan|met)|no|not for|no longer (?:for|with)|don't (?:do|serve|"
    r"work (?:for|with)))\s+(?:\w+ )?$"
)
_SERVED = re.compile(r"\b(?:werk\w*|doe|doen|lever\w*|verkoop\w*|voor|do|serve|work|sell|for)\b")


def _asked(reading: Reading, low: str) -> bool:
    return reading.asked(Topic.AUDIENCE) or (
        (reading.correcting or reading.asked(Topic.CONFIRM)) and _SERVES.search(low) is not None and not reading.numbers
    )


#: "meestal bedrijven, maar ook vriendinnen": the others are served too, though less.
_BESIDES = re.compile(r"\b(?:maar|en|but|and) (?:ook|also)\b")


def _besides(low: str) -> list[Finding]:
    """Both, where the others are named behind "maar ook", whatever they are called."""
    first, _, rest = _BESIDES.sub("\n", low, count=1).partition("\n")
    firms, private = _ANSWER[Audience.B2B], _ANSWER[Audience.B2C]
    if firms.search(first):
        others = bool(re.search(r"\w{3}", rest)) and not firms.search(rest)
    else:
        others = bool(private.search(first) and firms.search(rest))
    return [_finding(Audience.BOTH, 0, len(low))] if others else []


def _answered(low: str) -> list[Finding]:
    low = (
        re.split(
            (
                r"\b(?:heel |een enkele keer |maar )?(?:soms|af en toe|sometimes|occasionally|zelden|rarely|"
                r"uitzonderlijk)\b"
            ),
            low,
        )[0]
        or low
    )
    hits = {a: m for a, p in _ANSWER.items() if (m := p.search(low)) and not _negated(low, m.start())}
    if Audience.B2B in hits and Audience.B2C in hits and Audience.BOTH not in hits:
        mainly = re.search(r"\b(?:vooral|voornamelijk|meestal|mainly|mostly)\b", low)
        if not mainly:
            start, end = hits[Audience.B2B].start(), hits[Audience.B2C].end()
            return [_finding(Audience.BOTH, min(start, hits[Audience.B2C].start()), max(end, hits[Audience.B2B].end()))]
    for audience, match in hits.items():
        return [_finding(audience, match.start(), match.end())]
    return []


def _negated(low: str, at: int) -> bool:
    return re.search(r"\b(?:geen|niet|not|no)\s+(?:\w+\s+)?$", low[max(0, at - 20) : at]) is not None


def _finding(audience: Audience, start: int, end: int) -> Finding:
    return Finding(ProfileField.AUDIENCE, audience.value, Span(start, end))

"""Channels by their many names and misspellings, and whether the owner uses or refuses them."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from rapidfuzz.distance import DamerauLevenshtein

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.normalise import Span, Text, fold
from coaching.understanding.wordlists import load
from journey.channels import CHANNELS
from journey.profile import Change, ProfileField
from journey.topics import Topic

SOCIAL = (
    "instagram",
    "facebook",
    "facebook_group",
    "tiktok",
    "linkedin",
    "pinterest",
    "snapchat",
    "x",
    "threads",
    "social_ads",
)
_SOCIAL = re.compile(r"\b(?:social(?:e)?[- ]?media|socials|sociale netwerken|social networks?)\b")
_URL = re.compile(
    r"\b(?:https?://)?(?:www\.)?[a-z0-9-]{3,40}\.(?:be|nl|com|eu|shop|vlaanderen|amsterdam|gent|"
    r"co\.uk)\b(?:/\S{0,80})?"
)
_HANDLE = re.compile(r"(?<!\S)@[a-z0-9_.]{3,30}\b")
_SPLIT = re.compile(r"\b(?:maar|doch|but|though|wel|terwijl|behalve|except|instead)\b|,|;|\.(?=\s|$)|!|\n")
_NO_BEFORE = re.compile(
    r"\b(?:geen|niet|nooit|nie|gene|ni|no|not|never|zonder|without|behalve|except|stop(?:te|t)? met|"
    r"gestopt met|weg van|refuse|"
    r"haat|hate|weiger\w*|don't|won't|dislike|quit|avoid|vermijd\w*|left|verlaten|noch|nor|drop|schrap|remove|"
    r"weg met|nergens|nowhere|hekel aan|"
    r"neither|allergisch)\b"
)
_NO_AFTER = re.compile(
    r"^\s*(?:(?:is|vind ik|zit ik|doe ik|gebruik ik|wil (?:ik|'?k)|hoef ik|hoeft|moet ik|doen we|doen wij|doen we daar|"
    r"interesseert "
    r"me|is echt|en ik|s|zijn|werkt)\s+)?"
    r"(?:(?:voor|van) (?:mij|ons|me) )?(?:echt |helemaal |totaal |ook |'?k |ik |we |wij )?"
    r"(?:liever (?:niet|nie|ni)|nee|neen|niks|niets|nope|nooit|never|isn't|stom|is out|weg "
    r"ermee|boeit me niet|not for me|doesn't work|(?:niet|nie|ni|no|not)(?=\s*(?:meer|voor mij|voor ons|nodig|"
    r"for me|for us|anymore|leuk|goed|my thing|mijn ding|echt|so much|interessant|zo|aan mee|aan)?\s*$))\b"
)
_YES_AFTER = re.compile(r"^\s*(?:ja|wel|yes|okay|ok|prima)\b")
_NOT_ONLY = re.compile(
    r"\b(?:niet (?:alleen|enkel|veel|vaak|zo vaak|echt actief|regelmatig)|not (?:only|just|much|often)|"
    r"geen idee)\b"
)
_WISH = re.compile(
    r"\b(?:wil(?:len)?|zou(?:den)?|ooit|later|misschien|overweeg\w*|denk eraan|plan|binnenkort|volgend "
    r"jaar|moet(?:en)? (?:eigenlijk|nog)|"
    r"want|would like|someday|maybe|thinking (?:of|about)|considering|planning|hope|hopen|hoop|dromen?|should)\b"
)
_CUSTOMER = re.compile(
    r"\b(?:ze|zij|klanten|mensen|they|customers|people|clients|iedereen|men|jongeren|concurrent\w*|competitors?)\b"
    r"(?:\s+\w+){0,3}?\s+(?:zoek\w*|kijk\w*|zit\w*|scroll\w*|google\w*|lez\w*|lees\w*|vergelijk\w*|"
    r"look|search|scroll|read|check|compare|are|find|hang|use|gebruik\w*|vinden|vind\w*|vragen)|"
    r"\b(?:zoeken|kijken|googelen|search|look)\b(?:\s+\w+){0,2}?\s+(?:ze|zij|klanten|mensen|they)\b"
)
_OWNER = re.compile(
    r"\b(?:ik|wij|we|i|i'm|we're|mijn|mn|m'n|onze|ons|my|our|zit|zitten|sta|staan|heb|hebben|have|"
    r"gebruik\w*|post\w*|adverteer\w*|use|doe|on|"
    r"zitten|deel|delen|run|enkel nog|stuur|sturen|sell)\b"
)
#: "klanten komen via insta": where they come from is a channel of the owner's.
_COME_BY = re.compile(
    r"\b(?:klanten|mensen|boekingen|bestellingen|opdrachten|volk|customers|people|clients|bookings|orders|ze|they|"
    r"aanvragen|"
    r"alles|most|meeste|iedereen)\s+(?:\w+\s+){0,2}?(?:komen|komt|kom|come|comes|came|vinden|find|bereik\w*|lopen|"
    r"loopt)"
    r"\s+(?:\w+\s+){0,3}?(?:via|langs|door|from|through|binnen via|op|by)\s+(?:[\w'&-]+,?\s+){0,4}$"
)
#: "zit nergens online behalve facebook": the one that is left is in use.
_SPARED = re.compile(
    r"\b(?:nergens|niets|niks|geen|nowhere|nothing|no)\b.*\b(?:behalve|buiten|tenzij|except|but|apart from)\s+(?:op |"
    r"on )?$"
)
_MINE_TO_MAKE = re.compile(
    r"\b(?:bouw|bouwen|maak|maken|ontwerp|ontwerpen|beheer|beheren|build|make|design|manage|develop|"
    r"verkoop|verkopen|schrijf)\s+(?:\w+\s+){0,3}$"
)
_PAST = re.compile(
    r"\b(?:vroeger|tried|geprobeerd|used to|probeerde|ooit (?:had|zat|gehad)|(?:zat|had|deed) (?:ik|"
    r"we)|(?:ik|we) (?:zat|had|zaten|hadden|deed))\b"
)
_NO_MORE = re.compile(
    r"\b(?:nooit meer|niet meer|nie meer|never again|not for (?:us|me)|gestopt|stopped|niks voor|niet "
    r"voor|no more|gave up|waste|not anymore|bracht niks|werkte niet|didn't work)\b"
)
_YET = re.compile(r"\b(?:yet|nog geen|nog niet)\b")

_GROUPS = frozenset({"school", "municipality", "event", "association", "partner", "visit"})
_AT = re.compile(r"\b(?:bij|aan|in|op|naar|van|at|near|to|from)\s+(?:(?:de|het|een|the|a|mijn|onze)\s+)?$")


_MOST = 30


@dataclass(frozen=True)
class _Mention:
    key: str
    span: Span


class Channels:
    """Finds channels; built once from the word list."""

    def __init__(self) -> None:
        words: dict[str, dict[str, list[str]]] = load("channels")
        self._names = {fold(name): key for key, entry in words.items() for name in (*entry["typos"], *entry["names"])}
        self._asked = {fold(name): key for key, entry in words.items() for name in entry.get("asked", ())}
        self._typos = {fold(name): key for key, entry in words.items() for name in entry["typos"]}

    @cached_property
    def _named(self) -> re.Pattern[str]:
        return _any_of(self._names)

    @cached_property
    def _named_or_asked(self) -> re.Pattern[str]:
        return _any_of({**self._asked, **self._names})

    def find(self, reading: Reading) -> list[Finding]:
        """The channels told, each as used or refused; wishes and customers' habits are neither."""
        asked = reading.asked(Topic.CHANNELS, Topic.CHANNELS_NOT)
        mentions = self._mentions(reading.text, asked)
        found = [f for m in mentions if (f := self._finding(reading, m, asked))]
        socials = _all_social(reading)
        kept = [f for f in found if f.field is ProfileField.CHANNELS_CURRENT] if socials else found
        return [*_together(kept), *_less(socials, kept), *_none_yet(reading, found)]

    def mentioned(self, text: Text) -> tuple[str, ...]:
        """The keys of all channels named, however they are spoken of."""
        return tuple(dict.fromkeys(m.key for m in self._mentions(text, asked=False)))

    def _mentions(self, text: Text, asked: bool) -> list[_Mention]:
        pattern = self._named_or_asked if asked else self._named
        keys = {**self._asked, **self._names}
        found = [_Mention(keys[m.group()], Span(m.start(), m.end())) for m in islice(pattern.finditer(text.low), _MOST)]
        found += [_Mention("website", Span(m.start(), m.end())) for m in _URL.finditer(text.low)]
        taken = [m.span for m in found]
        found += [m for m in self._misspelled(text) if not any(m.span.touches(span) for span in taken)]
        found = [
            m
            for m in found
            if m.key not in _GROUPS or not _AT.search(text.low, max(0, m.span.start - 12), m.span.start)
        ]
        return sorted(_longest(found), key=lambda m: m.span.start)[:_MOST]

    def _misspelled(self, text: Text) -> list[_Mention]:
        found = []
        for span in text.words:
            word = text.low_of(span)
            key = self._typo(word) if len(word) >= 5 else None
            if key:
                found.append(_Mention(key, span))
        return found

    def _typo(self, word: str) -> str | None:
        for name, key in self._typos.items():
            limit = 2 if len(name) >= 8 else 1
            if word[0] == name[0] and DamerauLevenshtein.distance(word, name, score_cutoff=limit) <= limit:
                return key
        return None

    def _finding(self, reading: Reading, mention: _Mention, asked: bool) -> Finding | None:
        clause = _scope(reading.text, mention.span)
        refused = _refused(reading.text, mention.span, clause)
        if _YET.search(reading.text.low_of(clause)) and refused:
            return None
        if not refused and _PAST.search(reading.text.low_of(clause)):
            if not _NO_MORE.search(reading.text.low[clause.start :]):
                return None
            refused = True
        before = reading.text.low[clause.start : mention.span.start]
        wished = _WISH.search(before) and not refused and not reading.asked(Topic.CONFIRM, Topic.PLAN_FEEDBACK)
        if wished or _MINE_TO_MAKE.search(before):
            return None
        if refused:
            return self._refusal(reading, mention, clause)
        if asked or self._owner_uses(reading, mention, clause):
            return (
                _as(ProfileField.CHANNELS_CURRENT, mention, clause)
                if not reading.asked(Topic.CHANNELS_NOT)
                else _as(ProfileField.CHANNELS_EXCLUDED, mention, clause)
            )
        return None

    def _refusal(self, reading: Reading, mention: _Mention, clause: Span) -> Finding | None:
        if _NOT_ONLY.search(reading.text.low_of(clause)):
            return None
        open_words = reading.asked(Topic.USP, Topic.PERSONA_PAIN, Topic.PERSONA_NEED, Topic.PERSONA_INFO)
        customers = re.search(r"\b(?:ze|zij|klanten|they|mensen)\b", reading.text.low_of(clause))
        if (open_words and customers) or (not CHANNELS[mention.key].online and not _named_away(reading, mention)):
            return None
        return _as(ProfileField.CHANNELS_EXCLUDED, mention, clause)

    def _owner_uses(self, reading: Reading, mention: _Mention, clause: Span) -> bool:
        low = reading.text.low_of(clause)
        whole = reading.text.clause_at(mention.span.start)
        if reading.correcting and _OWNER.search(low):
            return True
        if _SPARED.search(reading.text.low, whole.start, mention.span.start):
            return True
        if _COME_BY.search(reading.text.low, whole.start, mention.span.start):
            return True
        if _CUSTOMER.search(low) or _CUSTOMER.search(reading.text.low_of(whole)) or "?" in reading.text.low:
            return bool(re.search(r"\b(?:ik|we|wij|i) (?:zit|zitten|heb|hebben|post|posten|have|use|gebruik)\b", low))
        if reading.asked(Topic.CONFIRM, Topic.PLAN_FEEDBACK):
            return True
        if reading.asked(Topic.USP, Topic.PERSONA_PAIN, Topic.PERSONA_NEED, Topic.PERSONA, Topic.PERSONA_INFO):
            return False
        if _OWNER.search(low) or reading.correcting:
            return True
        words = [w for w in reading.text.words if whole.holds(w)]
        mentioned = [m for m in self._mentions(reading.text, asked=False) if whole.holds(m.span)]
        rest = [w for w in words if not any(m.span.touches(w) for m in mentioned)]
        plain = [w for w in rest if not _SMALL.fullmatch(reading.text.low_of(w))]
        return not plain


#: Words around a bare list of channels that say nothing else: "insta 2k volgers en ook nog wat flyers".
_SMALL = re.compile(
    r"op|en|ook|via|and|on|een|eigen|n|a|vooral|nog|wat|soms|oh|ja|plus|also|some|own|met|with|volgers|followers|"
    r"abonnees|"
    r"subscribers|mensen|people|\d+k?|paar|few|the|de|ons|our|gewoon|just|oja|euh"
)


def _as(field: ProfileField, mention: _Mention, clause: Span) -> Finding:
    return Finding(field, (mention.key,), mention.span, Change.ADD, uses=(clause,))


def _scope(text: Text, span: Span) -> Span:
    """The part of the sentence within which a "not" counts for the channel at `span`."""
    start, end = 0, len(text.low)
    for cut in _SPLIT.finditer(text.low):
        if cut.end() <= span.start:
            keep = cut.group() in ("behalve", "except") or _lists_on(text, cut.start(), cut.end())
            start = start if keep and cut.group() == "," else (cut.start() if keep else cut.end())
        elif cut.start() >= span.end:
            end = cut.start()
            break
    return Span(start, end)


def _lists_on(text: Text, comma: int, after: int) -> bool:
    """A comma inside "geen tiktok, snapchat en x" does not end what the "no" covers."""
    before = text.low[max(0, comma - 30) : comma]
    follows = text.low[after : after + 30].strip()
    words_before = re.findall(r"\b(?:geen|no|niet op|zonder)\s+\S+$", before)
    return bool(words_before) and bool(re.match(r"^\S+(?:\s+(?:en|of|and|or)\s+\S+)?\s*$", follows))


def _refused(text: Text, span: Span, scope: Span) -> bool:
    after = text.low[span.end : scope.end]
    before = text.low[scope.start : span.start]
    if _YES_AFTER.match(after):
        return False
    spared = re.search(r"\b(?:behalve|except|buiten|apart from)\s+(?:op |on )?$", before)
    if spared:
        return not _NO_BEFORE.search(text.low[: scope.start + spared.start()])
    if _NO_AFTER.match(after) or re.search(r"\b(?:niet op|not on)\s+\w*\s*$", before):
        return True
    nos = list(_NO_BEFORE.finditer(before))
    if not nos:
        return False
    between = before[nos[-1].end() :]
    return (
        not re.search(r"\b(?:enkel|alleen|only|just|ja|yes|ik zit|we zitten|nu)\b", between)
        and len(between.split()) <= 6
    )


def _longest(mentions: list[_Mention]) -> list[_Mention]:
    kept: list[_Mention] = []
    for mention in sorted(mentions, key=lambda m: m.span.start - m.span.end):
        if not any(mention.span.touches(other.span) for other in kept):
            kept.append(mention)
    return kept


def _together(found: list[Finding]) -> list[Finding]:
    """One finding per field, with all its keys."""
    merged: list[Finding] = []
    for field in (ProfileField.CHANNELS_CURRENT, ProfileField.CHANNELS_EXCLUDED):
        parts = [f for f in found if f.field is field]
        if not parts:
            continue
        keys = tuple(dict.fromkeys(key for part in parts for key in _keys(part)))
        span = Span(parts[0].span.start, parts[-1].span.end)
        merged.append(Finding(field, keys, span, Change.ADD, uses=tuple(u for part in parts for u in part.uses)))
    return _settled(merged)


def _settled(merged: list[Finding]) -> list[Finding]:
    """A channel told both ways in one message is taken as refused."""
    if len(merged) < 2:
        return merged
    current, excluded = merged
    keys = tuple(key for key in _keys(current) if key not in _keys(excluded))
    return [Finding(current.field, keys, current.span, Change.ADD, uses=current.uses), excluded] if keys else [excluded]


def _keys(finding: Finding) -> tuple[str, ...]:
    return finding.value if isinstance(finding.value, tuple) else ()


def _all_social(reading: Reading) -> list[Finding]:
    found = []
    for match in _SOCIAL.finditer(reading.text.low):
        span = Span(match.start(), match.end())
        scope = _scope(reading.text, span)
        if (
            _refused(reading.text, span, scope)
            and "niet echt" not in reading.text.low
            and not _NOT_ONLY.search(reading.text.low_of(scope))
        ):
            found.append(Finding(ProfileField.CHANNELS_EXCLUDED, SOCIAL, span, Change.ADD, uses=(scope,)))
    return found[:1]


def _less(socials: list[Finding], kept: list[Finding]) -> list[Finding]:
    """All social media, less the ones the owner does use."""
    used = {key for f in kept for key in _keys(f)}
    return [
        Finding(f.field, tuple(k for k in SOCIAL if k not in used), f.span, Change.ADD, uses=f.uses) for f in socials
    ]


_NOTHING_YET = re.compile(
    r"^\W*(?:nog )?(?:niks|niets|geen|geen enkele?|nergens|none|nothing|nowhere|no)(?: yet| nog)?\W*$"
)


def _none_yet(reading: Reading, found: list[Finding]) -> list[Finding]:
    if found or not reading.asked(Topic.CHANNELS) or not _NOTHING_YET.match(reading.text.low):
        return []
    return [Finding(ProfileField.CHANNELS_CURRENT, (), reading.text.trim(reading.text.whole), Change.ADD)]


def _named_away(reading: Reading, mention: _Mention) -> bool:
    """Whether an offline channel is refused for what it is: where channels are asked, or as in "geen flyers"."""
    before = reading.text.low[: mention.span.start]
    plain = mention.key in _PAPER and re.search(r"(?<!heb )(?<!have )(?<!hebben )\b(?:geen|no)\s+$", before) is not None
    return plain or _about_channels(reading)


_PAPER = frozenset({"flyer", "poster", "direct_mail", "radio", "local_press", "open_day", "fair"})


def _about_channels(reading: Reading) -> bool:
    return reading.asked(Topic.CHANNELS, Topic.CHANNELS_NOT) or reading.correcting


def _any_of(names: dict[str, str]) -> re.Pattern[str]:
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w@.]){'(?:' + '|'.join(re.escape(n) for n in ordered) + ')'}(?![\w@])")

"""The channels a message tells: the ones the owner uses and the ones that are refused."""

import re

from coaching.understanding.channels.mentions import Mention, Mentions
from coaching.understanding.channels.refused import (
    has_not,
    is_closed,
    is_compared,
    is_neither,
    is_refused,
    refused_together,
    scope,
)
from coaching.understanding.findings import Finding, Reading
from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.wordlists import patterns
from journey.channels import CHANNELS, MAIL, SOCIAL
from journey.profile import Change, ProfileField
from journey.topics import Topic

_USE = patterns("channel_use")
#: Offline channels that "geen flyers" refuses whatever was asked.
_PAPER = frozenset({"flyer", "poster", "direct_mail", "radio", "local_press", "open_day", "fair"})
#: Channels that are somebody's trade too: who prints flyers sells them.
_MADE = frozenset(
    "website webshop blog podcast newsletter flyer poster business_card packaging direct_mail site_board event shop "
    "market fair open_day google_ads social_ads van radio visit phone school partner".split()
)
_OF_CHANNELS = (Topic.CHANNELS, Topic.CHANNELS_NOT, Topic.CONFIRM, Topic.PLAN_FEEDBACK)
#: What is refused at once by its general name.
_GENERAL = (("social", SOCIAL), ("ads", ("google_ads", "social_ads")))
_PLAIN_NO = re.compile(r"(?<!heb )(?<!have )(?<!hebben )\b(?:geen|no)\s+$")
_CUSTOMERS = re.compile(r"\b(?:ze|zij|klanten|they|mensen)\b")
_I_USE = re.compile(r"\b(?:ik|we|wij|i) (?:zit|zitten|heb|hebben|post|posten|have|use|gebruik)\b")
_WE_ARE_ON = re.compile(
    r"\b(?:we're|i'm|we are|i am|(?:we|wij) (?:zitten|staan|zijn)|ik (?:zit|sta)) (?:ook |also )?(?:on|op) $"
)
_ABOUT_THEM = (Topic.USP, Topic.PERSONA_PAIN, Topic.PERSONA_NEED, Topic.PERSONA_INFO)


class Channels:
    """Finds channels; built once from the word list."""

    def __init__(self) -> None:
        self._mentions = Mentions()

    def find(self, reading: Reading) -> list[Finding]:
        """The channels told, each as used or refused; wishes and customers' habits are neither."""
        plainly = reading.asked(Topic.CHANNELS, Topic.CHANNELS_NOT)
        asked = plainly or self._added_late(reading) or self._told_early(reading)
        mentions = self._mentions.find(reading.text, asked)
        mentions = sorted({*mentions, *self._left_out(reading.text)}, key=lambda mention: mention.span.start)
        together = refused_together(reading.text, [mention.span for mention in mentions])
        found = [f for m in mentions if (f := self._finding(reading, m, asked, together))]
        general = _in_general(reading)
        kept = (
            [f for f in found if f.field is ProfileField.CHANNELS_CURRENT]
            if any(f.value == SOCIAL for f in general)
            else found
        )
        return [*_together(kept), *_less(general, kept), *_none_yet(reading, found)]

    def mentioned(self, text: Text) -> tuple[str, ...]:
        """The keys of all channels named, however they are spoken of."""
        return tuple(dict.fromkeys(m.key for m in self._mentions.find(text, asked=False)))

    def spoken_of(self, text: Text) -> bool:
        """Whether a channel is named for itself rather than as what the owner is set off against."""
        return any(not is_compared(text, mention.span) for mention in self._mentions.find(text, asked=False))

    def names(self, text: Text) -> bool:
        """Whether an answer to the question of channels names one, however it is spoken of."""
        return bool(self._mentions.find(text, asked=True))

    def listed(self, text: Text) -> bool:
        """Whether a message lists the owner's channels, whatever was asked."""
        named = self._mentions.find(text, asked=False)
        if not named or _CUSTOMERS.search(text.low) or "?" in text.low:
            return False
        bare = any(self._bare_list(text, text.clause_at(mention.span.start)) for mention in named)
        return bare or len({mention.key for mention in named}) > 1

    def is_channel(self, word: str) -> bool:
        """Whether one folded word names a channel."""
        return self._mentions.is_channel(word)

    def _left_out(self, text: Text) -> list[Mention]:
        """The channels that the owner says were forgotten: "you forgot the letters"."""
        clauses = [text.low_of(clause) for clause in text.clauses]
        if not any(_USE["complains"].search(low) for low in clauses):
            return []
        return [mention for mention in self._mentions.find(text, asked=True) if _complained_of(text, mention.span)]

    def _finding(self, reading: Reading, mention: Mention, asked: bool, together: frozenset[Span]) -> Finding | None:
        clause = scope(reading.text, mention.span)
        low = reading.text.low_of(clause)
        if is_neither(reading.text, mention.span, clause):
            return None
        refused = is_refused(reading.text, mention.span, clause) or has_not(reading.text, mention.span, clause)
        refused = refused or mention.span in together
        refused = refused or (CHANNELS[mention.key].online and is_closed(reading.text, mention.span))
        refused = refused and not _complained_of(reading.text, mention.span)
        if refused and (_USE["not_yet"].search(low) or _not_at_present(mention, low)):
            return None
        if not refused and _USE["past"].search(low):
            if not _USE["no_more"].search(reading.text.low[clause.start :]):
                return None
            refused = True
        if refused:
            return self._refusal(reading, mention, clause)
        before = reading.text.low[clause.start : mention.span.start]
        wished = _USE["wish"].search(before) and not reading.asked(Topic.CONFIRM, Topic.PLAN_FEEDBACK)
        if wished or _USE["mine_to_make"].search(before):
            return None
        if not asked and not self._owner_uses(reading, mention, clause):
            return None
        kept = not reading.asked(Topic.CHANNELS_NOT)
        return _as(ProfileField.CHANNELS_CURRENT if kept else ProfileField.CHANNELS_EXCLUDED, mention, clause)

    def _refusal(self, reading: Reading, mention: Mention, clause: Span) -> Finding | None:
        low = reading.text.low_of(clause)
        if _USE["not_only"].search(low):
            return None
        if reading.asked(*_ABOUT_THEM) and _CUSTOMERS.search(low):
            return None
        if not CHANNELS[mention.key].online and not _named_away(reading, mention):
            return None
        return _as(ProfileField.CHANNELS_EXCLUDED, mention, clause)

    def _owner_uses(self, reading: Reading, mention: Mention, clause: Span) -> bool:
        spoken = mention.key == "word_of_mouth" and "?" not in reading.text.low
        if _complained_of(reading.text, mention.span):
            return True
        if spoken or _WE_ARE_ON.search(reading.text.low, 0, mention.span.start):
            return True
        low, whole = reading.text.low_of(clause), reading.text.clause_at(mention.span.start)
        owner = _USE["owner_does"].search(low) is not None
        if reading.correcting and owner:
            return True
        if any(_USE[way].search(reading.text.low, whole.start, mention.span.start) for way in ("spared", "come_by")):
            return True
        theirs = any(_USE["customers_do"].search(part) for part in (low, reading.text.low_of(whole)))
        if theirs or "?" in reading.text.low:
            return _I_USE.search(low) is not None
        way_in = reading.asked(Topic.BUSINESS) and _is_way_in(reading.text, mention.span, clause)
        if way_in or reading.asked(Topic.CONFIRM, Topic.PLAN_FEEDBACK):
            return True
        if reading.asked(*_ABOUT_THEM, Topic.PERSONA):
            return reading.correcting
        sold = reading.asked(Topic.OFFER) and mention.key in _MADE
        return owner or reading.correcting or (not sold and self._bare_list(reading.text, whole))

    def _added_late(self, reading: Reading) -> bool:
        """Whether channels are added to the ones told before, where something else is asked: "oh, and Google too"."""
        low = reading.text.low
        if "?" in low or not _USE["too"].search(low) or not reading.knows(ProfileField.CHANNELS_CURRENT):
            return False
        if _USE["last_question"].search(low):
            return True
        mentions = self._mentions.find(reading.text, asked=True)
        rest = list(low)
        for mention in mentions:
            rest[mention.span.start : mention.span.end] = " " * (mention.span.end - mention.span.start)
        alone = _USE["only_added"].fullmatch("".join(rest)) is not None
        return bool(mentions) and alone and not reading.asked(*_ABOUT_THEM, Topic.PERSONA)

    def _told_early(self, reading: Reading) -> bool:
        """Whether an answer about the offer only names channels, and not such as somebody makes: "de bus en google"."""
        if not reading.asked(Topic.OFFER) or "?" in reading.text.low:
            return False
        named = {mention.key for mention in self._mentions.find(reading.text, asked=True)}
        return bool(named - _MADE) and all(self._bare_list(reading.text, c, asked=True) for c in reading.text.clauses)

    def _bare_list(self, text: Text, clause: Span, asked: bool = False) -> bool:
        """Whether a clause names channels and says nothing else: "insta 2k volgers en ook nog wat flyers"."""
        named = [m.span for m in self._mentions.find(text, asked) if clause.holds(m.span)]
        rest = [word for word in text.words if clause.holds(word) and not any(span.touches(word) for span in named)]
        return all(_USE["small"].fullmatch(text.low_of(word)) for word in rest)


def _complained_of(text: Text, span: Span) -> bool:
    """Whether the owner says of the channel at `span` that it was forgotten."""
    return _USE["complains"].search(text.low, text.clause_at(span.start).start, span.start) is not None


def _not_at_present(mention: Mention, low: str) -> bool:
    """Whether mail to many is only not sent as yet: "I don't do a newsletter now"."""
    return mention.key in MAIL and _USE["at_present"].search(low) is not None


def _is_way_in(text: Text, span: Span, clause: Span) -> bool:
    """Whether an opening tells of a channel as the way customers come in: "alles gaat via instagram"."""
    return (
        _USE["by_way_of"].search(text.low, clause.start, span.start) is not None
        or _USE["does_for_us"].match(text.low[span.end : clause.end]) is not None
    )


def _named_away(reading: Reading, mention: Mention) -> bool:
    """Whether an offline channel is refused for what it is: where channels are asked, or as in "geen flyers"."""
    plain = mention.key in _PAPER and _PLAIN_NO.search(reading.text.low[: mention.span.start]) is not None
    return plain or reading.asked(Topic.CHANNELS, Topic.CHANNELS_NOT) or reading.correcting


def _as(field: ProfileField, mention: Mention, clause: Span) -> Finding:
    return Finding(field, (mention.key,), mention.span, Change.ADD, uses=(clause,))


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


def _in_general(reading: Reading) -> list[Finding]:
    """All social media or all advertising at once, where they are refused."""
    return [found for name, keys in _GENERAL for found in _all_refused(reading, name, keys)]


def _all_refused(reading: Reading, name: str, keys: tuple[str, ...]) -> list[Finding]:
    text = reading.text
    plainly = name == "social" or reading.correcting or reading.asked(*_OF_CHANNELS)
    for match in _USE[name].finditer(text.low):
        if not plainly and not _PLAIN_NO.search(text.low[: match.start()]):
            continue
        span = Span(match.start(), match.end())
        clause = scope(text, span)
        unsure = "niet echt" in text.low or _USE["not_only"].search(text.low_of(clause))
        if is_refused(text, span, clause) and not unsure:
            return [Finding(ProfileField.CHANNELS_EXCLUDED, keys, span, Change.ADD, uses=(clause,))]
    return []


def _less(general: list[Finding], kept: list[Finding]) -> list[Finding]:
    """All social media or advertising, less what the owner does use."""
    used = {key for f in kept for key in _keys(f)}
    left = [(f, tuple(key for key in _keys(f) if key not in used)) for f in general]
    return [Finding(f.field, keys, f.span, Change.ADD, uses=f.uses) for f, keys in left if keys]


def _none_yet(reading: Reading, found: list[Finding]) -> list[Finding]:
    if found or not reading.asked(Topic.CHANNELS) or not _USE["nothing_yet"].match(reading.text.low):
        return []
    return [Finding(ProfileField.CHANNELS_CURRENT, (), reading.text.trim(reading.text.whole), Change.ADD)]

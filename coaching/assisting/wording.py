"""Whether a text of a plan may take the place of another: the same thing in other words, and nothing invented."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coaching.assisting.bearing import content_words, share
from coaching.assisting.inventions import inventions
from coaching.assisting.leaking import leaks
from coaching.assisting.manners import unmannerly
from coaching.assisting.negating import turned_round
from journey.keys import Address, Language
from journey.plan import Plan
from journey.rewording import TextPart
from journey.sentences import sentences

_SLOT = re.compile(r"\[[^\]\n]{1,60}\]")
_MARKUP = re.compile(r"[<>]|\*\*|\]\(|\{\{|\}\}|\{%")
_FORMS = {
    Address.U: re.compile(r"\b(?:u|uw)\b", re.IGNORECASE),
    Address.JE: re.compile(r"\b(?:je|jij|jou|jouw|jullie)\b", re.IGNORECASE),
    Address.GE: re.compile(r"\b(?:ge|gij)\b", re.IGNORECASE),
}
#: Words that only one of the languages has.
_MARKS: dict[Language, frozenset[str]] = {
    "nl": frozenset("de het een en van je dat niet met voor wie als ook naar bij wat ze zijn wordt u uw".split()),
    "en": frozenset("the a and you that not with for who if also to at what they are your it this our".split()),
}
#: Words of neighbours that neither has.
_ELSEWHERE = (
    frozenset("le la les des du une est vous nous pour avec dans sur que qui où et il elle votre nos quel ce".split()),
    frozenset("der das und ist nicht mit für sie ihr wir ein eine zu auf im den dem sich auch bei wo ich".split()),
)
#: How much longer than before a text may be: so many times, and so many characters.
_TIMES, _MORE = 1.6, 120
#: The share of what it was that a text keeps at least.
_AT_LEAST = 0.3
#: How much of it must be said with words of what it draws on.
_SHARE = 0.5
#: Words from which on the language of a text can be told.
_ENOUGH = 6


@dataclass(frozen=True)
class Voice:
    """How a text is written: in which language, and how it speaks to its reader."""

    language: Language
    address: Address


def voice_of(plan: Plan, part: TextPart) -> Voice:
    """How a text of a plan is written: why something is done is for the owner, everything else for customers."""
    return Voice(plan.language, plan.owner_address if part is TextPart.WHY else plan.address)


def wording_faults(after: str, before: str, known: str, voice: Voice, system: str) -> tuple[str, ...]:
    """What is wrong with `after` in the place of `before`, in words for whoever wrote it; `known` is everything it may
    draw from, `system` the instructions it may not give away."""
    return tuple(_faults(after, before, f"{before}\n{known}", voice, system))


def address_forms(text: str, language: Language) -> frozenset[Address]:
    """The forms of address a text uses; English has none to tell apart."""
    if language != "nl":
        return frozenset()
    return frozenset(form for form, pattern in _FORMS.items() if pattern.search(text))


def shouted_words(text: str) -> set[str]:
    """The words in capitals alone."""
    return set(re.findall(r"\b[A-ZÀ-Ý]{3,}\b", text))


def in_language(text: str, language: Language) -> bool:
    """Whether no sentence shows that it is in the other language."""
    return all(_is_ours(sentence, language) for sentence in sentences(text))


def _is_ours(sentence: str, language: Language) -> bool:
    words = re.findall(r"[a-zà-ÿ]+", sentence.lower())
    ours, *theirs = (sum(word in marks for word in words) for marks in (_MARKS[language], *_others(language)))
    return len(words) < _ENOUGH or max(theirs) <= ours + 1


def _others(language: Language) -> tuple[frozenset[str], ...]:
    return (_MARKS["en" if language == "nl" else "nl"], *_ELSEWHERE)


def _faults(after: str, before: str, known: str, voice: Voice, system: str) -> Iterator[str]:
    yield from _of_size(after, before)
    yield from _of_voice(after, before, voice)
    if content_words(after) and share(after, known) < _SHARE:
        yield "about something else"
    if turned_round(after, before):
        yield "says the opposite"
    if _MARKUP.search(after) or leaks(after, system) or unmannerly(after, known):
        yield "holds markup, instructions or words that don't belong"
    if lost := set(_SLOT.findall(before)) ^ set(_SLOT.findall(after)):
        yield f"slots changed: {', '.join(sorted(lost))}"
    if invented := inventions(after, known):
        yield f"invented: {', '.join(invented)}"


def _of_size(after: str, before: str) -> Iterator[str]:
    if len(after) > _TIMES * len(before) + _MORE:
        yield "too long"
    if len(after) < _AT_LEAST * len(before):
        yield "too short"


def _of_voice(after: str, before: str, voice: Voice) -> Iterator[str]:
    if not in_language(after, voice.language):
        yield "in another language"
    if not address_forms(after, voice.language) <= (address_forms(before, voice.language) or {voice.address}):
        yield "another form of address"
    if shouted := shouted_words(after) - shouted_words(before):
        yield f"shouts: {', '.join(sorted(shouted))}"

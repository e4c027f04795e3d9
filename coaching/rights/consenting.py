"""Consent, before the first thing is kept: what a message leads to, and what is said. Pure."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from coaching.message import Button, Message, MessageKind, Reply
from coaching.rights.standing import Standing
from coaching.understanding.agreeing import NO_EMOJI, YES_EMOJI, yes_or_no
from coaching.understanding.intent import bare
from coaching.understanding.normalise import fold
from journey.hearing import Intent
from prompts.words import Words

#: The version of the words that are agreed to. Whoever changes what they promise gives them another one.
VERSION = "2026-11"
#: The same for who was told and not asked.
TOLD = f"told {VERSION}"

YES, NO, REVOKE, REST = "consent:yes", "consent:no", "consent:revoke", "consent:rest"
#: What is an owner's right without consent too.
_RIGHTS = ("/privacy", "/mydata", "/delete", "wish:delete", "yes:delete", "no:delete")
_AGREES = re.compile(r"(?:ja,? )?(?:ik ga akkoord|i (?:do )?agree|agree)\W*")
_RATHER_NOT = re.compile(r"(?:nee,? )?(?:liever niet|niet akkoord)|(?:no,? )?(?:i'd )?rather not|i don't agree")


class Step(Enum):
    """What becomes of a message."""

    PASS = auto()
    TELL = auto()  # passes, and the owner is told what is kept
    ASK = auto()
    REMIND = auto()  # asks once more
    KEEP = auto()  # is kept back without a word
    GIVE = auto()
    REFUSE = auto()
    REVOKE = auto()
    REST = auto()
    EXPLAIN = auto()  # what is kept and who reads it
    DROP = auto()


@dataclass(frozen=True)
class Case:
    """A message before consent is looked at. `message` is None where it is an edit; `asks` whether consent is asked
    for here at all; `knows` whether there is a talk with this owner, `deleting` whether it waits for a yes to delete
    everything."""

    standing: Standing
    message: Message | None
    asks: bool = True
    knows: bool = False
    deleting: bool = False


def step(case: Case) -> Step:
    """What becomes of a message."""
    if case.standing is Standing.AGREED:
        return _of_agreed(case.message)
    if case.standing is Standing.EARLIER or (case.standing is Standing.NEW and not case.asks):
        tells = case.message is not None and case.message.kind is not MessageKind.BUTTON
        return Step.TELL if tells else Step.PASS
    if case.message is None:
        return Step.KEEP if case.standing is Standing.ASKED else Step.DROP
    return _of_other(case, case.message)


def is_about_it(message: Message | None) -> bool:
    """Whether this is a tap about consent."""
    return message is not None and message.kind is MessageKind.BUTTON and message.text.startswith("consent:")


def _of_agreed(message: Message | None) -> Step:
    if message is None or not is_about_it(message):
        return Step.PASS
    return {REVOKE: Step.REVOKE, YES: Step.DROP, REST: Step.DROP}.get(message.text, Step.PASS)


def _of_other(case: Case, message: Message) -> Step:
    if case.knows and (case.deleting or _names(message) in _RIGHTS):
        return Step.PASS
    if (tapped := _TAPPED.get(message.text)) and message.kind is MessageKind.BUTTON:
        return tapped
    match _names(message):
        case "/privacy":
            return Step.EXPLAIN
        case "/delete":
            return Step.REFUSE
    if case.standing is not Standing.ASKED:
        return Step.ASK
    return _in_words(message) or Step.REMIND


_TAPPED = {YES: Step.GIVE, NO: Step.REFUSE, REVOKE: Step.DROP, REST: Step.REST}


def _names(message: Message) -> str:
    """The command, or the button."""
    words = message.text.split(maxsplit=1)
    return words[0] if words and message.kind in (MessageKind.COMMAND, MessageKind.BUTTON) else ""


def _in_words(message: Message) -> Step | None:
    """The answer, where it was typed and nothing else was."""
    if message.kind is not MessageKind.TEXT or message.before:
        return None
    said = fold(message.text).strip()
    if _AGREES.fullmatch(said) or YES_EMOJI.match(said):
        return Step.GIVE
    if _RATHER_NOT.fullmatch(said.strip(" .!")) or NO_EMOJI.match(said):
        return Step.REFUSE
    return {Intent.YES: Step.GIVE, Intent.NO: Step.REFUSE}.get(yes_or_no(bare(said)) or Intent.UNCLEAR)


def question(words: Words, who: str, *, again: bool = False) -> Reply:
    """Asks for it; `who` says who reads along."""
    yes = Button(label=words.say("consent.yes"), payload=YES)
    no = Button(label=words.say("consent.no"), payload=NO)
    text = words.say("consent.again") if again else words.say("consent.ask", who=who)
    return Reply(text=text.strip(), buttons=((yes, no),))


def thanks(words: Words) -> Reply:
    """To who agreed without anything that waits."""
    return Reply(text=words.say("consent.thanks"))


def refused(words: Words, *, knows: bool) -> Reply:
    """To who would rather not; `knows`: something was kept from before."""
    return Reply(text=words.say("consent.rests" if knows else "consent.refused"))


def notice(words: Words) -> Reply:
    """To who talked before consent was asked for."""
    return Reply(text=words.say("consent.notice"))


def revoked(words: Words) -> Reply:
    """To who takes it back: everything can go too."""
    erase = Button(label=words.say("button.delete"), payload="wish:delete")
    rest = Button(label=words.say("consent.rest"), payload=REST)
    return Reply(text=words.say("consent.revoked"), buttons=((erase,), (rest,)))


def resting(words: Words) -> Reply:
    """To who took it back and leaves what is kept."""
    return Reply(text=words.say("consent.resting"))


def revoking(words: Words) -> tuple[tuple[Button, ...], ...]:
    """The button that takes it back."""
    return ((Button(label=words.say("consent.revoke"), payload=REVOKE),),)

"""Consent, before the first thing is kept: what a message leads to. Pure."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from coaching.message import Message, MessageKind
from coaching.rights.consent_replies import NO, REST, REVOKE, YES
from coaching.rights.standing import Standing
from coaching.understanding.intents.agreeing import NO_EMOJI, YES_EMOJI, yes_or_no
from coaching.understanding.intents.intent import bare
from coaching.understanding.text.normalise import fold
from journey.hearing import Intent

#: The version of the words that are agreed to. Whoever changes what they promise gives them another one.
VERSION = "2026-11-22"
#: The same for who was told and not asked.
TOLD = f"told {VERSION}"

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

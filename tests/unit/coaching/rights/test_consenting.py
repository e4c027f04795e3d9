"""What a message leads to before its owner agreed."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.message import Message, MessageKind
from coaching.rights.consenting import NO, REVOKE, VERSION, YES, Case, Step, step
from coaching.rights.standing import Standing
from prompts.words import Words


def said(text: str, kind: MessageKind = MessageKind.TEXT) -> Message:
    return Message(kind=kind, text=text)


def tap(payload: str) -> Message:
    return said(payload, MessageKind.BUTTON)


def command(text: str) -> Message:
    return said(text, MessageKind.COMMAND)


@pytest.mark.parametrize(
    "text", ["ja", "Ja hoor!", "ok", "akkoord", "ik ga akkoord", "I agree", "yes please", "👍", "oké, prima"]
)
def test_a_yes_in_words_agrees(text):
    assert step(Case(Standing.ASKED, said(text))) is Step.GIVE


@pytest.mark.parametrize("text", ["nee", "neen", "liever niet", "Rather not.", "no", "niet akkoord"])
def test_a_no_in_words_refuses(text):
    assert step(Case(Standing.ASKED, said(text))) is Step.REFUSE


@pytest.mark.parametrize("text", ["ja maar wat bewaar je dan?", "ja, ik heb een bakkerij", "wie leest dit?", "hallo"])
def test_anything_else_waits_and_is_asked_about_again(text):
    assert step(Case(Standing.ASKED, said(text))) is Step.REMIND


def test_a_yes_is_one_only_once_the_question_was_asked():
    assert step(Case(Standing.NEW, said("ja"))) is Step.ASK


@given(st.text(), st.sampled_from(MessageKind))
def test_nothing_passes_of_who_has_not_agreed_and_is_not_known(text, kind):
    for standing in (Standing.NEW, Standing.ASKED, Standing.REVOKED):
        assert step(Case(standing, said(text, kind))) not in (Step.PASS, Step.TELL)


@pytest.mark.parametrize("message", [command("/privacy"), command("/mydata"), command("/delete"), tap("yes:delete")])
def test_rights_hold_for_who_took_it_back(message):
    assert step(Case(Standing.REVOKED, message, knows=True)) is Step.PASS


def test_a_yes_to_delete_everything_is_no_consent():
    assert step(Case(Standing.ASKED, said("ja"), knows=True, deleting=True)) is Step.PASS


@pytest.mark.parametrize(
    ("message", "becomes"),
    [
        (said("hallo"), Step.PASS),
        (tap(REVOKE), Step.REVOKE),
        (tap(YES), Step.DROP),
        (tap(NO), Step.PASS),
        (None, Step.PASS),
    ],
)
def test_who_agreed_talks_as_before(message, becomes):
    assert step(Case(Standing.AGREED, message)) is becomes


def test_where_nobody_is_asked_everybody_is_told():
    assert step(Case(Standing.NEW, said("hallo"), asks=False)) is Step.TELL


def test_what_is_promised_has_a_version():
    """Whoever changes what is agreed to gives it another VERSION, and its fingerprint here."""
    keys = ("consent.ask", "privacy.kept", "privacy.coach", "privacy.nobody_named", "privacy.model", "privacy.no_model")
    promised = "\n".join(Words(language).raw(key) for language in ("nl", "en") for key in keys)
    assert (VERSION, sha256(promised.encode()).hexdigest()[:12]) == ("2026-11-22", "50903101222c")

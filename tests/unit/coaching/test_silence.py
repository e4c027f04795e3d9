"""While a coach has a talk, the bot says nothing but what is an owner's right, and asks nothing."""

from hypothesis import given
from hypothesis import strategies as st

from coaching.message import Message, MessageKind
from coaching.silence import is_for_the_coach
from journey.state import Pending, State
from tests.fakes.conversations import FakeConversations

NOOR = "telegram:7"
KINDS = (MessageKind.TEXT, MessageKind.BUTTON, MessageKind.MEDIA)


def taken(state: State):
    talk = FakeConversations().open(NOOR)
    return talk.model_copy(update={"state": state, "taken_by": "mieke"})


@given(st.text(), st.sampled_from(KINDS), st.sampled_from((None, Pending.RESTART, Pending.CHANGE)))
def test_whatever_an_owner_says_is_for_the_coach(text, kind, pending):
    if text != "wish:delete":
        assert is_for_the_coach(taken(State(pending=pending)), Message(kind=kind, text=text))


def test_a_yes_to_delete_everything_is_still_heard():
    assert not is_for_the_coach(taken(State(pending=Pending.DELETE)), Message(kind=MessageKind.TEXT, text="ja"))


def test_where_the_bot_speaks_nothing_is_kept_from_it():
    talk = FakeConversations().open(NOOR)
    assert not is_for_the_coach(talk, Message(kind=MessageKind.TEXT, text="hallo"))

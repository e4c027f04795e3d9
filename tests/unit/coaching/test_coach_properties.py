"""Whatever is typed: no exception, stored as told, one question a message, and the owner can still finish."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.coach import Coach
from coaching.documents import exported
from coaching.message import Message, MessageKind, storable
from coaching.planning.composer import Composer
from coaching.understanding import Understanding
from journey.faults import faults_in
from journey.state import Phase
from tests.fakes.conversations import FakeConversations
from tests.fakes.library import FakeLibrary

LIBRARY = FakeLibrary()
UNDERSTANDING = Understanding(LIBRARY.sectors())

NASTY = (
    "",
    " \n\t ",
    "\0",
    "bak\0kerij in Gent",
    "\ud83d los \udc00",
    "‮מאפייה בגנט‬ أهلا وسهلا",
    "b̷̢̛a̸k̵k̶e̴r̷i̸j̵ ̶Z̷a̸l̵g̶o̴",
    "<script>alert('x')</script><b>bakkerij</b> & zo",
    "{{ 7*7 }} {% for x in config %} {je|u} ${jndi:ldap://x}",
    '{"text": "ja", "button": "answer:model:aida"}',
    "'; DROP TABLE owners; --",
    "# Kop\n- [x](javascript:alert(1)) *vet* `code` | a | b |\n> citaat",
    "%s %d %n \\x00 \\u0000 ../../etc/passwd",
    "🥐🥐🥐",
    "???",
    "Ik heb een bakkerij?? in Gent?! Waarom??? Wat is een persona? En hoe lang nog?",
    "nee nee nee geen geen niet niet nooit",
    "ja, nee, ja, 5, 6, 7 euro, 10% van 3 uur per 2 weken, 1e4 euro, ½ uur",
    "ik " * 3000,
    "a" * 5000,
    "mijn naam is Jan, jan@bakker.be, 0471 23 45 67",
)
PLAIN = (
    "Ik heb een bakkerij in Gent",
    "nieuwe klanten",
    "Instagram, geen Facebook",
    "2 uur per week",
    "geen geld",
    "ja",
    "nee",
    "sla over",
    "terug",
    "stop",
    "nee wacht, 35 euro",
    "wat bedoel je daarmee?",
    "I run a yoga studio",
    "in English please",
    "geef me het plan",
    "ander model",
    "verwijder alles",
    "/help",
    "je bent stom",
)
WORDS = st.sampled_from(NASTY) | st.sampled_from(PLAIN) | st.text(st.characters(exclude_categories=()), max_size=60)
PAYLOADS = st.sampled_from(
    [
        "answer:model:aida",
        "answer:goal:repeat",
        "answer:channels:website",
        "answer:channels:done",
        "answer:email:yes",
        "skip:business",
        "pick:usp:1",
        "pick:usp:x",
        "examples:persona",
        "edit:offer",
        "edit:x",
        "yes:delete",
        "no:restart",
        "answer:nope:x",
        "answer",
        ":::",
        "",
        "answer:confirm:yes",
        "answer:feedback:export",
    ]
)
MESSAGES = st.one_of(
    st.builds(Message, kind=st.just(MessageKind.TEXT), text=WORDS),
    st.builds(Message, kind=st.just(MessageKind.TEXT), text=WORDS),
    st.builds(Message, kind=st.just(MessageKind.BUTTON), text=PAYLOADS | WORDS),
    st.builds(
        Message, kind=st.just(MessageKind.COMMAND), text=st.sampled_from(["/start", "/plan", "/x", "/edit", "/ask"])
    ),
    st.builds(
        Message,
        kind=st.just(MessageKind.MEDIA),
        media=st.sampled_from(["voice", "photo", "sticker", "document", "location"]),
        text=st.just("") | WORDS,
    ),
)
#: What the coach says in its own words carries one question at most; an owner's words read back may carry more.
_QUOTED = re.compile(r"“[^”]*”|^•.*$|Genoteerd:.*|Aangepast\..*|Noted:.*|Changed\..*|^\d\. .*$", re.MULTILINE)


def own_questions(reply):
    return _QUOTED.sub("", reply.text).count("?")


def finish(coach: Coach, owner: str):
    """The shortest way to a plan from anywhere."""
    for text in ("/start", "Ik heb een bakkerij in Gent en ik verkoop taarten"):
        kind = MessageKind.COMMAND if text.startswith("/") else MessageKind.TEXT
        coach.take(owner, Message(kind=kind, text=text))
    for _ in range(20):
        answer = coach.take(owner, Message(kind=MessageKind.COMMAND, text="/plan"))
        if answer.plan:
            return answer
    raise AssertionError(f"no plan, the talk stands at {answer.state}")


@settings(max_examples=30)
@given(st.lists(MESSAGES, max_size=8))
def test_nothing_an_owner_sends_breaks_the_talk(sent):
    store = FakeConversations()
    coach = Coach(store, LIBRARY, UNDERSTANDING, Composer(LIBRARY))
    for message in sent:
        answer = coach.take("noor", message)
        assert answer.outgoing
        assert sum(own_questions(out.reply) for out in answer.outgoing if out.reply.buttons) <= 1
        assert all(own_questions(out.reply) <= 1 for out in answer.outgoing)
        assert all(out.reply.text.strip() for out in answer.outgoing)
    planned = finish(coach, "noor")
    assert faults_in(planned.plan.plan, planned.profile) == ()
    assert exported(planned.plan.plan)


@settings(max_examples=30)
@given(WORDS)
def test_a_message_is_stored_as_it_was_told(text):
    store = FakeConversations()
    Coach(store, LIBRARY, UNDERSTANDING, Composer(LIBRARY)).take("noor", Message(kind=MessageKind.TEXT, text=text))
    stored = store.turns[0].message.text
    assert stored == storable(text)
    if "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text):
        assert stored == text


def test_a_hundred_kilobytes_are_taken_like_any_message():
    store = FakeConversations()
    coach = Coach(store, LIBRARY, UNDERSTANDING, Composer(LIBRARY))
    long = "Ik heb een bakkerij in Gent en ik maak taarten. " * 2100
    assert coach.take("noor", Message(kind=MessageKind.TEXT, text=long)).outgoing
    assert store.turns[0].message.text == long
    assert len(long) > 100_000
    for _ in range(3):
        coach.take("noor", Message(kind=MessageKind.TEXT, text="x" * 100_000))
    assert finish(coach, "noor").plan


def test_every_nasty_text_may_be_the_answer_to_every_question():
    for text in NASTY:
        coach = Coach(FakeConversations(), LIBRARY, UNDERSTANDING, Composer(LIBRARY))
        answer = coach.take("noor", Message(kind=MessageKind.TEXT, text="Ik heb een bakkerij in Gent"))
        for _ in range(40):
            if answer.state.phase is not Phase.INTERVIEW or answer.state.pending:
                break
            answer = coach.take("noor", Message(kind=MessageKind.TEXT, text=text))
        assert finish(coach, "noor").plan, text


def test_control_characters_become_visible_marks():
    assert storable("a\0b\ud83dc") == "a\ufffdb\ufffdc"
    assert storable("🥐") == "🥐"
    assert storable(3) == 3

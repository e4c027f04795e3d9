"""A transcript as a coach reads it: Markdown for people, JSON for programs."""

import json

from markdown_it import MarkdownIt

from coaching.coach import Coach
from coaching.message import Message, MessageKind
from coaching.planning.composer import Composer
from coaching.reading import transcript_json, transcript_markdown
from tests.fakes.conversations import FakeConversations
from tests.fakes.transcripts import FakeTranscripts


def transcript(library, understanding, *messages):
    store = FakeConversations()
    coach = Coach(store, library, understanding, Composer(library))
    for message in messages:
        coach.take("noor", message)
    shelf = FakeTranscripts(store)
    return shelf.transcript(shelf.heads()[0].id)


def says(text):
    return Message(kind=MessageKind.TEXT, text=text)


def test_every_message_stands_beside_the_facts_taken_from_it(library, understanding):
    text = transcript_markdown(
        transcript(library, understanding, says("hallo"), says("Ik heb een bakkerij in Gent")), library.sectors()
    )
    after = text[text.index("Ik heb een bakkerij in Gent") :]
    assert "plaats: Gent (verteld)" in after
    assert "(aanname)" in after
    assert "**1. ondernemer**" in text
    assert "**2. bot**" in text


def test_media_taps_buttons_and_documents_are_visible(library, understanding):
    taps = ("answer:confirm:yes", "answer:model:aida")
    told = [Message(kind=MessageKind.MEDIA, media="voice"), says("Ik heb een bakkerij in Gent en verkoop taarten")]
    told += [Message(kind=MessageKind.COMMAND, text="/plan"), *(Message(kind=MessageKind.BUTTON, text=t) for t in taps)]
    text = transcript_markdown(transcript(library, understanding, *told), library.sectors())
    assert "(voice)" in text
    assert "(command)" in text
    assert "(button)" in text
    assert "📎" in text
    assert "Overslaan" in text


def test_what_an_owner_wrote_is_shown_and_never_interpreted(library, understanding):
    nasty = "<script>alert(1)</script> # kop\n* lijst | tabel"
    text = transcript_markdown(transcript(library, understanding, says("hallo"), says(nasty)), library.sectors())
    kinds = {token.type for token in MarkdownIt("commonmark").parse(text)}
    assert not kinds & {"html_block", "table_open"}


def test_programs_get_the_whole_transcript_as_json(library, understanding):
    told = json.loads(transcript_json(transcript(library, understanding, says("hallo"))))
    assert told["head"]["owner"] == "noor"
    assert told["lines"][0]["text"] == "hallo"

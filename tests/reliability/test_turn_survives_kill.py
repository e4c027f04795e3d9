"""A program that records turns is killed at random moments: every turn is there whole or not at all."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from coaching.records import Conversation
from journey.profile import ProfileField
from storage.conversations import DatabaseConversations
from storage.engine import open_database
from storage.tables import facts, messages, outbox, plans
from storage.transcripts import DatabaseTranscripts

KILLS = 10
ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from pathlib import Path
from coaching.message import Message, MessageKind, Reply
from coaching.records import Turn
from journey.profile import ProfileField, Proposal, accept
from storage.conversations import DatabaseConversations
from storage.engine import open_database
from tests.making import plan

store = DatabaseConversations(open_database(Path(sys.argv[1])))
print("ready", flush=True)
while True:
    before = store.open("noor")
    number = before.messages + 1
    told = Proposal(field=ProfileField.NOTES, value=(f"note {number}",))
    after = accept(before.profile, (told,), number)
    store.record(
        Turn(
            conversation=before,
            message=Message(kind=MessageKind.TEXT, text=f"message {number}"),
            state=before.state.but(welcomed=True, strikes=number),
            profile=after,
            facts={ProfileField.NOTES: after.facts[ProfileField.NOTES]},
            replies=(Reply(text=f"reply one to {number}"), Reply(text=f"reply two to {number}")),
            plan=plan(title=f"plan {number}"),
        )
    )
    print(number, flush=True)
"""


def killed_after(seconds: float, data: Path) -> int:
    """Runs the writer, kills it without warning, and gives the number of the last turn it saw confirmed."""
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(data)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert writer.stdout
    assert writer.stdout.readline().strip() == "ready"
    time.sleep(seconds)  # the moment is what is tested
    writer.send_signal(signal.SIGKILL)
    confirmed = writer.stdout.read().split()
    writer.wait()
    return int(confirmed[-1]) if confirmed else 0


def assert_whole(data: Path) -> Conversation:
    """Every stored turn has its message, its fact, its replies in the outbox and its plan; the state is the last."""
    database = open_database(data)
    conversation = DatabaseConversations(database).open("noor")
    turns = range(1, conversation.messages + 1, 3)
    with database.reading() as connection:
        told = connection.execute(select(messages.c.number, messages.c.sender).order_by(messages.c.number)).all()
        waiting = connection.execute(select(outbox.c.number).order_by(outbox.c.number)).scalars().all()
        evidence = connection.execute(select(facts.c.message).order_by(facts.c.message)).scalars().all()
        versions = connection.execute(select(plans.c.version).order_by(plans.c.version)).scalars().all()
    senders = ["owner", "coach", "coach"] * len(turns)
    assert [tuple(row) for row in told] == list(enumerate(senders, 1))
    assert waiting == [number for number, sender in enumerate(senders, 1) if sender == "coach"]
    assert evidence == list(turns)
    assert versions == list(range(1, len(turns) + 1))
    assert conversation.revision == len(turns)
    if turns:
        last = turns[-1]
        assert conversation.state.strikes == last
        assert conversation.profile.facts[ProfileField.NOTES].evidence == last
        assert conversation.plan
        assert conversation.plan.plan.title == f"plan {last}"
    database.engine.dispose()
    return conversation


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_no_turn_is_lost_or_stored_in_part_when_the_program_is_killed(tmp_path):
    moments, before = random.Random(7), 0
    for _ in range(KILLS):
        confirmed = killed_after(moments.uniform(0.0, 0.3), tmp_path)
        conversation = assert_whole(tmp_path)
        assert conversation.messages >= max(confirmed, before)
        before = conversation.messages
    assert before > 0
    (head,) = DatabaseTranscripts(open_database(tmp_path)).heads()
    assert head.messages == before

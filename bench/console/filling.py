"""A database with as many conversations and messages as one asks for, inserted in bulk.

What owners and bot say is drawn from the sentences of the library's articles, so that words are as frequent as they are
in a language; three words of a hundred thousand invented ones make each message one of its kind."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from coaching.desk.path import path_of, topic_of
from coaching.message import Button, Reply
from journey.profile import Fact, Profile, ProfileField
from journey.state import Phase, State
from journey.topics import QUESTIONS
from storage.desk import words
from storage.desk.reviewing import seen_in
from storage.desk.tables import asks, audit, notes, reads, reviews, tags
from storage.engine import Database
from storage.tables import coaches, conversations, facts, messages, owners, plans
from tests.making import plan

#: Where the clock of the bench stands.
NOW = datetime(2026, 6, 1, tzinfo=UTC)
_DAYS = 400
_TOGETHER = 1_000
_LIBRARY = Path(__file__).parents[2] / "knowledge" / "library" / "articles"
_SECTORS = "bakery florist hairdresser bicycle_shop plumber yoga restaurant bookshop garage photographer".split()
_CHANNELS = "instagram shop website word_of_mouth facebook newsletter window van google_business".split()
_INTERVIEW = tuple(key for key, question in QUESTIONS.items() if question.counts and key not in ("confirm", "model"))
_COACHES = tuple(f"coach{number}" for number in range(20))
_BUTTONS = ((Button(label="Nieuwe klanten", payload="answer:goal:new_customers"),),)


def fill(database: Database, many: int, length: int) -> None:
    """`many` conversations of `length` messages, for two agencies, nine of ten in the first."""
    random.seed(7)
    sentences = _sentences()
    database.write(_staff)
    for first in range(0, many, _TOGETHER):
        numbers = range(first, min(first + _TOGETHER, many))
        talks = [_Talk(number, length, sentences) for number in numbers]
        database.write(lambda connection, talks=talks: _insert(connection, talks))  # type: ignore[misc]
    words.catch_up(database)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()


class _Talk:
    """One conversation as rows."""

    def __init__(self, number: int, length: int, sentences: Sequence[str]) -> None:
        self.id = f"{random.getrandbits(128):032x}"
        self.number = number
        self.owner = f"telegram:{10_000_000 + number}"
        self.length = length
        self.agency = "noord" if number % 10 == 9 else "main"
        self.started = NOW - timedelta(days=_DAYS * random.random() ** 2 + 0.1)
        self.last = min(NOW, self.started + timedelta(minutes=random.expovariate(1 / 600)))
        self.reached = random.choice((2, 4, 5, 7, 9, 10, 10, 10))
        self.planned = self.reached == 10
        self._sentences = sentences
        self.state, self.profile = self._state(), self._profile()

    def owner_row(self) -> dict[str, Any]:
        return {"key": self.owner, "created": self.started, "agency": self.agency}

    def row(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "owner": self.owner,
            "current": True,
            "language": self.state.language,
            "phase": str(self.state.phase),
            "messages": self.length,
            "revision": self.length // 2,
            "state": self.state.model_dump(mode="json"),
            "profile": self.profile.model_dump(mode="json"),
            "started": self.started,
            "last": self.last,
        }

    def review(self) -> dict[str, Any]:
        status = random.choice(("plan_ready", "approved", "closed")) if self.planned else "interviewing"
        return {
            **seen_in(self.profile),
            "conversation": self.id,
            "agency": self.agency,
            "language": self.state.language,
            "status": status if random.random() > 0.02 else "needs_coach",
            "topic": topic_of(self.state),
            "messages": self.length,
            "said": self.length // 2,
            "started": self.started,
            "last": self.last,
            "path": path_of(self.state),
            "model": "aida" if self.planned else "",
            "turns": random.randint(9, 16) if self.planned else None,
            "minutes": int(random.expovariate(1 / 25)) if self.planned else None,
            "assignee": random.choice((*_COACHES, *[""] * 20)),
        }

    def said(self) -> Iterator[dict[str, Any]]:
        for number in range(1, self.length + 1):
            text, owners_turn = self._words(), number % 2 == 1
            reply = None if owners_turn else Reply(text=text, buttons=_BUTTONS).model_dump(mode="json")
            at = self.started + (self.last - self.started) * number / self.length
            yield {
                "conversation": self.id,
                "number": number,
                "at": at,
                "kind": "text",
                "text": text,
                "media": "",
                "sender": "owner" if owners_turn else "coach",
                "reply": reply,
                "sent": None if owners_turn else at,
                "question": "",
            }

    def facts(self) -> Iterator[dict[str, Any]]:
        for number, (field, fact) in enumerate(self.profile.facts.items()):
            body = fact.model_dump(mode="json")
            yield {"conversation": self.id, "message": 2 * number + 1, "field": str(field), "fact": body}

    def plans(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        return [{"conversation": self.id, "version": 1, "made": self.last, "plan": body}] if self.planned else []

    def asks(self) -> Iterator[dict[str, Any]]:
        for message in random.sample(range(1, self.length, 2), 2):
            yield {
                "conversation": self.id,
                "message": message,
                "agency": self.agency,
                "at": self.last,
                "intent": random.choice(("theory", "meaning", "why", "advice")),
                "label": "general/persona",
                "question": random.choice(_INTERVIEW),
                "nearness": 0.9,
                "poor": random.random() < 0.1,
            }

    def _words(self) -> str:
        rare = " ".join(f"w{random.randrange(100_000)}" for _ in range(3))
        return f"{random.choice(self._sentences)} {rare}"

    def _state(self) -> State:
        asked = _INTERVIEW[: self.reached]
        skipped = tuple(key for key in asked if random.random() < 0.08)
        probed = tuple(key for key in asked if random.random() < 0.08)
        phase, open_ = (Phase.PLANNED, "feedback") if self.planned else (Phase.INTERVIEW, asked[-1])
        language = "en" if random.random() < 0.3 else "nl"
        known = {"asked": asked, "skipped": skipped, "probed": probed, "language": language}
        return State(welcomed=True, phase=phase, open=open_, **known)

    def _profile(self) -> Profile:
        channels = tuple(random.sample(_CHANNELS, random.randint(1, 4)))
        known: dict[ProfileField, Any] = {
            ProfileField.BUSINESS_NAME: f"Zaak {self.number}",
            ProfileField.SECTOR: random.choice(_SECTORS),
            ProfileField.OFFER: self._words(),
            ProfileField.PERSONA_SITUATION: self._words(),
            ProfileField.PERSONA_PAIN: self._words(),
            ProfileField.CHANNELS_CURRENT: channels,
        }
        return Profile(facts={field: Fact(value=value, evidence=1) for field, value in known.items()})


def _insert(connection: Connection, talks: Sequence[_Talk]) -> None:
    body = plan().model_dump(mode="json")
    for table, rows in (
        (owners, [talk.owner_row() for talk in talks]),
        (conversations, [talk.row() for talk in talks]),
        (reviews, [talk.review() for talk in talks]),
        (messages, [row for talk in talks for row in talk.said()]),
        (facts, [row for talk in talks for row in talk.facts()]),
        (plans, [row for talk in talks for row in talk.plans(body)]),
        (asks, [row for talk in talks for row in talk.asks()]),
        (reads, [_read(talk) for talk in talks if random.random() < 0.7]),
        (tags, [_tag(talk) for talk in talks if random.random() < 0.1]),
        (notes, [_note(talk) for talk in talks if random.random() < 0.1]),
        (audit, [_seen(talk) for talk in talks]),
    ):
        connection.execute(insert(table), rows)


def _read(talk: _Talk) -> dict[str, Any]:
    return {"conversation": talk.id, "coach": _COACHES[0], "message": talk.length}


def _tag(talk: _Talk) -> dict[str, Any]:
    name = random.choices(("voorbeeld", "nakijken", "klacht", "zeldzaam"), accumulate((60, 30, 9, 1)))[0]
    return {"conversation": talk.id, "message": 1, "name": name, "by": _COACHES[0]}


def _note(talk: _Talk) -> dict[str, Any]:
    return {"conversation": talk.id, "message": 1, "place": "", "text": "Nakijken", "by": _COACHES[0], "at": talk.last}


def _seen(talk: _Talk) -> dict[str, Any]:
    known = {"at": talk.last, "agency": talk.agency, "coach": random.choice(_COACHES), "act": "saw"}
    return {**known, "conversation": talk.id, "detail": ""}


def _staff(connection: Connection) -> None:
    rows = [{"code": code, "name": code.title(), "agency": "main", "role": "lead"} for code in _COACHES]
    connection.execute(insert(coaches), rows)


def _sentences() -> list[str]:
    text = " ".join(path.read_text() for path in sorted(_LIBRARY.rglob("*.md")))
    sentences = [" ".join(part.split()) for part in text.replace("---", ".").split(". ")]
    return [sentence for sentence in sentences if 30 < len(sentence) < 160]

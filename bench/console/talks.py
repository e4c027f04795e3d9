"""One invented conversation, as rows of every table that it has a part in.

What owner and bot say is drawn from the sentences of the library's articles in the language of the talk, so that words
are as frequent as they are in a language; three words of a hundred thousand invented ones make each message one of its
kind."""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import Any

from coaching.desk.path import path_of, topic_of
from coaching.message import Button, Reply
from journey.keys import Language
from journey.profile import Fact, Profile, ProfileField
from journey.state import Phase, State
from journey.topics import QUESTIONS
from storage.desk.reviewing import seen_in
from tests.making import plan

#: What is filled ends this midnight, so that the last 90 days of it hold what they do. A database that was kept for
#: some weeks has to be filled anew.
NOW = datetime.combine(datetime.now(UTC).date(), datetime.min.time(), UTC)
#: Codes of coaches. The first has seen many conversations, the second nearly all.
COACHES = ("jo", "mieke", *(f"coach{number}" for number in range(2, 20)))
RARE_WORDS = 100_000

_DAYS = 400
_SECTORS = "bakery florist hairdresser bicycle_shop plumber yoga restaurant bookshop garage photographer".split()
_CHANNELS = "instagram shop website word_of_mouth facebook newsletter window van google_business".split()
_INTERVIEW = tuple(key for key, question in QUESTIONS.items() if question.counts and key not in ("confirm", "model"))
_BUTTONS = ((Button(label="Nieuwe klanten", payload="answer:goal:new_customers"),),)
_REPLY = Reply(text="", buttons=_BUTTONS).model_dump(mode="json")
_PLAN = plan().model_dump(mode="json")


class Talk:
    """One conversation as rows."""

    def __init__(self, number: int, length: int, sentences: Mapping[Language, Sequence[str]]) -> None:
        self.id = f"{random.getrandbits(128):032x}"
        self.number = number
        self.length = length
        self.agency = "noord" if number % 10 == 9 else "main"
        self.started = NOW - timedelta(days=_DAYS * random.random() ** 2 + 0.1)
        self.last = min(NOW, self.started + timedelta(minutes=random.expovariate(1 / 600)))
        self.reached = random.choice((2, 4, 5, 7, 9, 10, 10, 10))
        self.planned = self.reached == 10
        self.language: Language = "en" if random.random() < 0.3 else "nl"
        self._owner = f"telegram:{10_000_000 + number}"
        self._sentences = sentences[self.language]
        self._state, self._profile = self._standing(), self._known()

    def owner(self) -> dict[str, Any]:
        """The row of its owner."""
        return {"key": self._owner, "created": self.started, "agency": self.agency}

    def row(self) -> dict[str, Any]:
        """Its own row."""
        return {
            "id": self.id,
            "owner": self._owner,
            "current": True,
            "language": self.language,
            "phase": str(self._state.phase),
            "messages": self.length,
            "revision": self.length // 2,
            "state": self._state.model_dump(mode="json"),
            "profile": self._profile.model_dump(mode="json"),
            "started": self.started,
            "last": self.last,
        }

    def review(self) -> dict[str, Any]:
        """The coaches' side of it."""
        status = random.choice(("plan_ready", "approved", "closed")) if self.planned else "interviewing"
        return {
            **seen_in(self._profile),
            "conversation": self.id,
            "agency": self.agency,
            "language": self.language,
            "status": status if random.random() > 0.02 else "needs_coach",
            "topic": topic_of(self._state),
            "messages": self.length,
            "said": self.length // 2,
            "started": self.started,
            "last": self.last,
            "path": path_of(self._state),
            "model": "aida" if self.planned else "",
            "turns": random.randint(9, 16) if self.planned else None,
            "minutes": int(random.expovariate(1 / 25)) if self.planned else None,
            "assignee": random.choice((*COACHES, *[""] * 20)),
        }

    def said(self) -> Iterator[dict[str, Any]]:
        """Its messages."""
        for number in range(1, self.length + 1):
            text, owners_turn = self._words(), number % 2 == 1
            at = self.started + (self.last - self.started) * number / self.length
            yield {
                "conversation": self.id,
                "number": number,
                "at": at,
                "kind": "text",
                "text": text,
                "media": "",
                "sender": "owner" if owners_turn else "coach",
                "reply": None if owners_turn else {**_REPLY, "text": text},
                "sent": None if owners_turn else at,
                "question": "",
            }

    def facts(self) -> Iterator[dict[str, Any]]:
        """What was taken from it."""
        for number, (field, fact) in enumerate(self._profile.facts.items()):
            body = fact.model_dump(mode="json")
            yield {"conversation": self.id, "message": 2 * number + 1, "field": str(field), "fact": body}

    def plans(self) -> list[dict[str, Any]]:
        """The plan, where it came so far."""
        return [{"conversation": self.id, "version": 1, "made": self.last, "plan": _PLAN}] if self.planned else []

    def asks(self) -> Iterator[dict[str, Any]]:
        """What was asked back."""
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

    def tags(self) -> list[dict[str, Any]]:
        """A tag on one of ten, of which some are rare."""
        name = random.choices(("voorbeeld", "nakijken", "klacht", "zeldzaam"), cum_weights=_SHARES)[0]
        row = {"conversation": self.id, "message": 1, "name": name, "by": COACHES[0]}
        return [row] if random.random() < 0.1 else []

    def notes(self) -> list[dict[str, Any]]:
        """A note on one of ten."""
        row = {"conversation": self.id, "message": 1, "place": "", "text": "Nakijken", "by": COACHES[0]}
        return [{**row, "at": self.last}] if random.random() < 0.1 else []

    def audit(self) -> list[dict[str, Any]]:
        """That somebody saw it."""
        row = {"at": self.last, "agency": self.agency, "coach": random.choice(COACHES), "act": "saw", "detail": ""}
        return [{**row, "conversation": self.id}]

    def _words(self) -> str:
        rare = " ".join(f"w{random.randrange(RARE_WORDS)}" for _ in range(3))
        return f"{random.choice(self._sentences)} {rare}"

    def _standing(self) -> State:
        asked = _INTERVIEW[: self.reached]
        skipped = tuple(key for key in asked if random.random() < 0.08)
        probed = tuple(key for key in asked if random.random() < 0.08)
        phase, open_ = (Phase.PLANNED, "feedback") if self.planned else (Phase.INTERVIEW, asked[-1])
        known = {"asked": asked, "skipped": skipped, "probed": probed, "language": self.language}
        return State(welcomed=True, phase=phase, open=open_, **known)

    def _known(self) -> Profile:
        known: dict[ProfileField, Any] = {
            ProfileField.BUSINESS_NAME: f"Zaak {self.number}",
            ProfileField.SECTOR: random.choice(_SECTORS),
            ProfileField.OFFER: self._words(),
            ProfileField.PERSONA_SITUATION: self._words(),
            ProfileField.PERSONA_PAIN: self._words(),
            ProfileField.CHANNELS_CURRENT: tuple(random.sample(_CHANNELS, random.randint(1, 4))),
        }
        return Profile(facts={field: Fact(value=value, evidence=1) for field, value in known.items()})


_SHARES = tuple(accumulate((60, 30, 9, 1)))

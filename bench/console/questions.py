"""What the desk asks its database, one by one."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import bindparam, text

from bench.console.talks import COACHES, NOW, RARE_WORDS
from coaching.desk.records import NOBODY, ConversationFilter, Status
from coaching.desk.staff import Reader, Role
from storage.desk.auditing import DatabaseAudit
from storage.desk.desk import DatabaseDesk
from storage.desk.insight import DatabaseInsight
from storage.engine import Database

READER = Reader(agency="main", code=COACHES[0], name="Coach", role=Role.LEAD)
_READS_ALL = Reader(agency="main", code=COACHES[1], name="Coach", role=Role.LEAD)
_READS_NOTHING = Reader(agency="main", code=COACHES[2], name="Coach", role=Role.LEAD)
_STRANGER = Reader(agency="noord", code="sven", name="Coach", role=Role.LEAD)
_LENGTH = 30
#: As if turns had been taken in these: they have to be counted anew.
_CHANGED = text(
    "INSERT INTO recounts (review, due) SELECT number, started FROM reviews WHERE number IN :numbers"
).bindparams(bindparam("numbers", expanding=True))


def questions(database: Database) -> dict[str, Callable[[], object]]:
    """Each question by its name."""
    desk = DatabaseDesk(database, lambda: NOW)
    return {**_lists(desk), **_searches(desk), **_one(desk), **_figures(database)}


def _lists(desk: DatabaseDesk) -> dict[str, Callable[[], object]]:
    half = desk.listed(READER, ConversationFilter(statuses=(Status.APPROVED,)), limit=5_000).following

    def listed(after: str = "", reader: Reader = READER, **which: object) -> Callable[[], object]:
        return lambda: desk.listed(reader, ConversationFilter.model_validate(which), after)

    return {
        "list": listed(),
        "list, far down": listed(after=half),
        "list, one status": listed(statuses=(random.choice(list(Status)),)),
        "list, needs a coach": listed(statuses=(Status.NEEDS_COACH,)),
        "list, stalled": listed(statuses=(Status.STALLED,)),
        "list, sector and language": listed(sectors=("florist",), languages=("en",)),
        "list, topic and nobody": listed(topics=("goal",), assignees=(NOBODY,)),
        "list, a rare tag": listed(tags=("zeldzaam",)),
        "list, a common tag and a status": listed(tags=("voorbeeld",), statuses=(Status.APPROVED,)),
        "list, unread": listed(unread=True),
        "list, unread, nearly all read": listed(reader=_READS_ALL, unread=True),
        "list, unread, nothing read": listed(reader=_READS_NOTHING, unread=True),
        "list, unread and filtered": listed(reader=_READS_NOTHING, unread=True, tags=("zeldzaam",), languages=("en",)),
        "list, nothing fits": listed(sectors=("nowhere",), unread=True),
        "counts": lambda: desk.counts(READER),
        "choices": lambda: desk.choices(READER),
    }


def _searches(desk: DatabaseDesk) -> dict[str, Callable[[], object]]:
    def found(*choices: str, reader: Reader = READER, **which: object) -> Callable[[], object]:
        return lambda: desk.search(reader, random.choice(choices), ConversationFilter.model_validate(which))

    def rare(many: int = 1, **which: object) -> Callable[[], object]:
        return lambda: desk.search(READER, _rare(many), ConversationFilter.model_validate(which))

    few: dict[str, Any] = {
        "sectors": ("florist",),
        "languages": ("en",),
        "statuses": (Status.APPROVED,),
        "assignees": (NOBODY,),
    }
    return {
        "search, a rare word": rare(),
        "search, three rare words": rare(3),
        "search, a common word": found("klant", "customer", "website", "de"),
        "search, three common words": found("de het een", "klant de website", "the a customer"),
        "search, a common and a rare word": lambda: desk.search(READER, f"de {_rare(1)}"),
        "search, the beginning of a word": found("klant*", "web*"),
        "search, nothing": found("nergensvindbaar"),
        "search, two words never together": found("w1 w2", "w77 w5000"),
        "search, the small agency": found("klant", "website", reader=_STRANGER),
        "search, rare, one status": rare(statuses=(Status.NEEDS_COACH,)),
        "search, rare, four filters": rare(**few),
        "search, common, one status": found("klant", "customer", "de", statuses=(Status.NEEDS_COACH,)),
        "search, common, four filters": found("klant", "customer", "de", **few),
        "search, three common, four filters": found("de het een", "the a customer", **few),
        "search, common, a rare tag": found("klant", "customer", "de", tags=("zeldzaam",)),
        "search, three common, a rare tag": found("de het een", "klant de website", tags=("zeldzaam",)),
        "search, common, nothing fits": found("klant", "de", sectors=("nowhere",)),
        "search, common, the other language": found("klant", "de", languages=("en",)),
        "search, common, unread": found("klant", "de", unread=True),
        "search, common, nearly all read": found("klant", "de", reader=_READS_ALL, unread=True),
    }


def _one(desk: DatabaseDesk) -> dict[str, Callable[[], object]]:
    some = [each.id for each in desk.listed(READER, ConversationFilter(), limit=500).items]
    return {
        "conversation": lambda: desk.opened(READER, random.choice(some)),
        "new messages": lambda: desk.lines(READER, random.choice(some), _LENGTH),
    }


def _figures(database: Database) -> dict[str, Callable[[], object]]:
    insight, audit = DatabaseInsight(database, lambda: NOW), DatabaseAudit(database, lambda: NOW)
    since = (NOW - timedelta(days=30)).date()

    def after_turns(many: int) -> object:
        numbers = random.sample(range(1, 100_000), many)
        database.write(lambda connection: connection.execute(_CHANGED, {"numbers": numbers}))
        return insight.funnel(READER)

    return {
        "funnel": lambda: insight.funnel(READER),
        "funnel, 100 conversations changed": lambda: after_turns(100),
        "funnel, 30 days": lambda: insight.funnel(READER, since),
        "effort": lambda: insight.effort(READER),
        "asked back": lambda: insight.asked_back(READER),
        "poor answers": lambda: insight.poor_answers(READER),
        "channels and models": lambda: insight.chosen(READER),
        "audit": lambda: audit.entries(READER),
        "audit, one coach": lambda: audit.entries(READER, coach="coach7"),
    }


def _rare(many: int) -> str:
    return " ".join(f"w{random.randrange(RARE_WORDS)}" for _ in range(many))

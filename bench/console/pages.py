"""Every page of the console as a coach gets it, through the whole application: session, query, template."""

import random
from collections.abc import Callable
from pathlib import Path

from coaching.desk.records import ConversationFilter
from console.serving import settle
from tests.unit.console.office import JO, OLGA, Office


def pages(folder: Path) -> dict[str, Callable[[], object]]:
    """Each page by its name, over the SQLite database in `folder`."""
    office = Office(folder)
    lead, operator = office.signed_in(JO), office.signed_in(OLGA)
    some = [each.id for each in office.parts.desk.listed(JO, ConversationFilter(), limit=500).items]

    settle()

    def page(path: str) -> Callable[[], object]:
        return lambda: lead.gets(path)

    return {
        "page: conversations": page("/conversations"),
        "page: conversations, filtered": page("/conversations?sector=florist&language=en"),
        "page: conversations, needs a coach": page("/conversations?status=needs_coach"),
        "page: search, a common word": page("/conversations?q=klant"),
        "page: search, a rare word": lambda: lead.gets(f"/conversations?q=w{random.randrange(100_000)}"),
        "page: conversation": lambda: lead.gets(f"/conversations/{random.choice(some)}"),
        "page: news of a conversation": lambda: lead.gets(
            f"/conversations/{random.choice(some)}/news?after=30&revision=1", 204
        ),
        "page: insight": page("/insight"),
        "page: insight, a year": page("/insight?days=365"),
        "page: insight, all": page("/insight?days=0"),
        "page: library": page("/library"),
        "page: audit": page("/audit"),
        "page: coaches": page("/coaches"),
        "page: settings": lambda: operator.gets("/settings"),
        "page: help": page("/help"),
    }

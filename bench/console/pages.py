"""Every page of the console as a coach gets it, through the whole application: session, query, template."""

import random
import re
from collections.abc import Callable
from html import unescape

from bench.console.talks import RARE_WORDS
from coaching.desk.records import ConversationFilter
from console.serving import settle
from tests.unit.console.office import JO, MIEKE, OLGA, Browser, Office

#: What a list and a search are filtered by.
_FILTERED = {
    "filtered": "sector=florist&language=en",
    "many filters": "sector=florist&language=en&status=approved&assignee=-&tag=voorbeeld&topic=plan_feedback&unread=1",
    "needs a coach": "status=needs_coach",
    "stalled": "status=stalled",
    "a rare tag": "tag=zeldzaam",
    "unread": "unread=1",
}
_SEARCHED = {
    "a common word": "klant",
    "three common words": "de het een",
    "three common words, a rare tag": "de het een&tag=zeldzaam",
    "the other language": "klant&language=en",
}


def pages(office: Office) -> dict[str, Callable[[], object]]:
    """Each page by its name."""
    lead, operator, reads_all = office.signed_in(JO), office.signed_in(OLGA), office.signed_in(MIEKE)
    listed = office.parts.desk.listed(JO, ConversationFilter(), limit=500).items
    news = [_news(lead, each.id) for each in listed[:20]]
    settle()

    def page(path: str) -> Callable[[], object]:
        return lambda: lead.gets(path)

    def rare(path: str = "", many: int = 1) -> Callable[[], object]:
        return lambda: lead.gets(f"/conversations?q={_rare(many)}&{path}")

    return {
        "page: conversations": page("/conversations"),
        **{f"page: conversations, {name}": page(f"/conversations?{path}") for name, path in _FILTERED.items()},
        "page: unread, nearly all read": lambda: reads_all.gets("/conversations?unread=1"),
        **{f"page: search, {name}": page(f"/conversations?q={words}") for name, words in _SEARCHED.items()},
        **{f"page: search, {name}": page(f"/conversations?q=klant&{path}") for name, path in _FILTERED.items()},
        "page: search, a rare word": rare(),
        "page: search, three rare words": rare(many=3),
        **{f"page: search, a rare word, {name}": rare(path) for name, path in _FILTERED.items()},
        "page: conversation": lambda: lead.gets(f"/conversations/{random.choice(listed).id}"),
        "page: news of a conversation": lambda: lead.gets(random.choice(news), 204),
        "page: insight": page("/insight"),
        "page: insight, a year": page("/insight?days=365"),
        "page: insight, all": page("/insight?days=0"),
        "page: library": page("/library"),
        "page: audit": page("/audit"),
        "page: coaches": page("/coaches"),
        "page: settings": lambda: operator.gets("/settings"),
        "page: help": page("/help"),
    }


def _rare(many: int) -> str:
    return "+".join(f"w{random.randrange(RARE_WORDS)}" for _ in range(many))


def _news(browser: Browser, conversation: str) -> str:
    """Where the page of a conversation asks for what is new."""
    found = re.search(r'hx-get="([^"]*/news[^"]*)"', browser.gets(f"/conversations/{conversation}"))
    assert found is not None
    return unescape(found[1])

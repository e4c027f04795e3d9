"""The filters of the list as they stand in the address."""

from enum import StrEnum

from starlette.datastructures import QueryParams

from coaching.desk.records import ConversationFilter, Status
from coaching.message import storable


class By(StrEnum):
    """What can be filtered by, as it is called in the address."""

    STATUS = "status"
    TOPIC = "topic"
    SECTOR = "sector"
    LANGUAGE = "language"
    ASSIGNEE = "assignee"
    TAG = "tag"


def filter_in(address: QueryParams) -> ConversationFilter:
    """The filter in an address; values that mean nothing are passed over."""
    return ConversationFilter(
        statuses=tuple(Status(value) for value in _all(address, By.STATUS) if value in set(Status)),
        topics=_all(address, By.TOPIC),
        sectors=_all(address, By.SECTOR),
        languages=_all(address, By.LANGUAGE),
        assignees=_all(address, By.ASSIGNEE),
        tags=_all(address, By.TAG),
        unread=address.get("unread") == "1",
    )


def _all(address: QueryParams, by: By) -> tuple[str, ...]:
    return tuple(storable(value) for value in address.getlist(by) if value)

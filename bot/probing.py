"""What Telegram says of the bot: for whoever looks after it. Nothing is changed, and no update is taken."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout

from bot.errors import refused, unreachable

#: Seconds for an answer.
_PATIENCE = 10.0


@dataclass(frozen=True)
class WebhookSeen:
    """The webhook as Telegram knows it: its address ("" for long polling), the updates that wait for it, and why and
    when Telegram last failed to deliver one."""

    url: str
    pending: int
    problem: str
    failed: datetime | None


@dataclass(frozen=True)
class BotSeen:
    """The bot as Telegram knows it. `ahead` is by how many seconds this machine's clock is ahead of Telegram's; None
    where it doesn't tell the time."""

    name: str
    webhook: WebhookSeen
    ahead: float | None


async def probe(token: str, api_url: str) -> BotSeen:
    """Asks Telegram. CoachError "bot.refused" where it does not know the token, "bot.unreachable" where it doesn't
    answer."""
    address = f"{api_url.rstrip('/')}/bot{token}"
    timeout = ClientTimeout(total=_PATIENCE)
    try:
        async with ClientSession(timeout=timeout, trust_env=True, raise_for_status=_fitting) as session:
            async with session.get(f"{address}/getMe") as response:
                ahead = _ahead(response.headers.get("Date"), datetime.now(UTC))
                me = await response.json()
            async with session.get(f"{address}/getWebhookInfo") as response:
                hook = await response.json()
    except (ClientError, TimeoutError, ValueError) as error:
        raise unreachable(api_url, type(error).__name__) from None  # the error quotes the address, and so the token
    return BotSeen(me["result"]["username"], _webhook(hook["result"]), ahead)


async def _fitting(response: ClientResponse) -> None:
    if response.status in (401, 404):
        raise refused()
    if response.status != 200:
        raise unreachable(str(response.url.origin()), f"HTTP {response.status}")


def _webhook(told: dict[str, Any]) -> WebhookSeen:
    failed = told.get("last_error_date")
    return WebhookSeen(
        url=told["url"],
        pending=told["pending_update_count"],
        problem=told.get("last_error_message", ""),
        failed=datetime.fromtimestamp(failed, UTC) if failed else None,
    )


def _ahead(date: str | None, now: datetime) -> float | None:
    return (now - parsedate_to_datetime(date)).total_seconds() if date else None

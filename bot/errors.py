"""What keeps the bot from running, each with the key of a sentence that says the mend."""

from journey.errors import CoachError


def refused() -> CoachError:
    """Telegram does not know the token."""
    return CoachError("bot.refused")


def no_token() -> CoachError:
    """There is no token."""
    return CoachError("bot.no_token")


def port_taken(host: str, port: int, problem: str) -> CoachError:
    """The webhook can't listen there."""
    return CoachError("bot.port_taken", host=host, port=str(port), problem=problem)


def webhook_refused(url: str, problem: str) -> CoachError:
    """Telegram will not send updates to this address."""
    return CoachError("bot.webhook_refused", url=url, problem=problem)


def unreachable(url: str, problem: str) -> CoachError:
    """Telegram doesn't answer at this address."""
    return CoachError("bot.unreachable", url=url, problem=problem)

"""What keeps the bot from running, each with the key of a sentence that says the mend."""

from journey.errors import CoachError


def refused() -> CoachError:
    """Telegram does not know the token."""
    return CoachError("bot.refused")


def no_token() -> CoachError:
    """There is no token."""
    return CoachError("bot.no_token")

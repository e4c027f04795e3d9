"""`journey-coach bot`: the Telegram bot with the parts of this program."""

import asyncio
import sys
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from app.watching.health import pages
from app.watching.logs import logging_to
from app.watching.metrics import CountsErrors
from app.watching.serving import serving
from app.watching.turns import WatchedCoach
from app.watching.watch import Watch
from bot.bursts import Quiet
from bot.connecting import client
from bot.door import Asking
from bot.errors import no_token
from bot.ports import Stores
from bot.running import Edge
from bot.running import run as run_bot
from bot.setup import Done, set_up
from bot.speech import SpeechEndpoint
from bot.updates import OWNERS
from bot.webhook import Hook, secret_from
from prompts.words import Words

if TYPE_CHECKING:
    from app.settings import Settings
    from app.wiring import Parts


def run(parts: "Parts") -> None:
    """Runs the bot until it is stopped. CoachError "bot.no_token" where the setting is missing, "bot.refused" where
    Telegram refuses the token."""
    settings = parts.settings
    if settings.telegram_bot_token is None:
        raise no_token()
    token = settings.telegram_bot_token.get_secret_value()
    watch = Watch(lambda: parts.standing(OWNERS), lambda: parts.library.is_current())
    parts.counting.append(watch.metrics.asked)
    with _logging(settings, token, watch), _health(settings, watch):
        parts.make_ready()
        parts.warm()
        run_bot(_edge(parts, token, watch))


def set_up_profile(settings: "Settings") -> list[str]:
    """Sets what Telegram shows of the bot, and says what it did, a line each. Errors as in `run`."""
    if settings.telegram_bot_token is None:
        raise no_token()
    bot = client(settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url)
    return [_said(done, Words(settings.coach_language)) for done in asyncio.run(set_up(bot, settings.coach_language))]


def _said(done: Done, words: Words) -> str:
    part = words.say(f"bot.setup.part.{done.part}")
    whom = words.say(f"value.language.{done.language}") if done.language else words.say("bot.setup.everyone")
    return words.say("bot.setup.set" if done.changed else "bot.setup.kept", what=f"{part} ({whom})")


def _edge(parts: "Parts", token: str, watch: Watch) -> Edge:
    settings = parts.settings
    return Edge(
        token=token,
        api_url=settings.telegram_api_url,
        coach=WatchedCoach(parts.coach, watch.metrics),
        stores=Stores(parts.conversations, parts.inbox, parts.outbox, parts.leases(OWNERS), parts.keeping),
        language=settings.coach_language,
        hook=_hook(settings, token, watch),
        started=lambda name: print(f"@{name} is listening. Ctrl-C stops it.", flush=True),
        watches=watch,
        quiet=_quiet(settings.burst_seconds),
        speech=_speech(settings),
        asking=Asking(parts.consents, parts.privacy, first=settings.consent == "ask"),
        sectors=parts.library.sectors,
    )


def _quiet(seconds: float) -> Quiet | None:
    return Quiet(ended=seconds / 2, open=seconds, cut=2 * seconds, longest=5 * seconds) if seconds else None


def _speech(settings: "Settings") -> SpeechEndpoint | None:
    if not settings.speech_url:
        return None
    key = settings.speech_key.get_secret_value() if settings.speech_key else ""
    return SpeechEndpoint(settings.speech_url, key, settings.speech_model)


def _hook(settings: "Settings", token: str, watch: Watch) -> Hook | None:
    if not settings.telegram_webhook_url:
        return None
    return Hook(
        url=settings.telegram_webhook_url,
        secret=_secret(settings, token),
        host=settings.web_host,
        port=settings.web_port,
        beside=() if settings.health_port else pages(watch),
    )


def _logging(settings: "Settings", token: str, watch: Watch) -> AbstractContextManager[None]:
    secrets = (*settings.secrets, _secret(settings, token))
    return logging_to(sys.stderr, settings.log_level, settings.log_format, secrets, also=[CountsErrors(watch.metrics)])


def _health(settings: "Settings", watch: Watch) -> AbstractContextManager[None]:
    """The pages of health on a port of their own, where there is one."""
    port = settings.health_port
    return serving(pages(watch), settings.web_host, port) if port else nullcontext()


def _secret(settings: "Settings", token: str) -> str:
    secret = settings.telegram_webhook_secret
    return secret.get_secret_value() if secret else secret_from(token)

"""The checks: each looks at its part, changes nothing, and leaves the verdict to `verdicts`."""

import asyncio
import shutil
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from math import hypot
from pathlib import Path
from tempfile import TemporaryFile

from app.doctor import verdicts
from app.doctor.findings import Finding, Part, State, broken, found, skipped
from app.doctor.language_model import budget_check, model_check
from app.settings import Settings
from app.watching.privacy import told
from app.wiring import Parts
from bot.probing import BotSeen, probe
from bot.updates import OWNERS
from journey.errors import CoachError
from knowledge.standing import index_folder, index_state, reach
from storage.schema import HEAD
from storage.standing import DatabaseStanding


def examine(parts: Parts) -> tuple[Finding, ...]:
    """All checks; what one of them meets keeps none of the others from being made."""
    settings = found(Part.SETTINGS, State.OK, "ok")
    folder = _folder(parts.settings.data_dir)
    model = (_guarded(Part.MODEL, model_check, parts), _guarded(Part.BUDGET, budget_check, parts))
    return (settings, folder, *_database(parts), *_knowledge(parts), *_telegram(parts), *model)


def _folder(folder: Path) -> Finding:
    """Tries to write where the data folder is, or will be made."""
    there = next((place for place in (folder, *folder.absolute().parents) if place.exists()), folder)
    try:
        with TemporaryFile(dir=there):
            return verdicts.of_folder(folder, shutil.disk_usage(there).free, "")
    except OSError as error:
        return verdicts.of_folder(folder, None, error.strerror or str(error))


def _database(parts: Parts) -> tuple[Finding, Finding, Finding]:
    try:
        standing = parts.untouched(OWNERS)
        if standing is None:
            return _no_database(found(Part.DATABASE, State.OK, "none", place=parts.settings.data_dir))
        return _standing(standing, parts.settings.storage_keys)
    except Exception as error:
        return _no_database(_failed(Part.DATABASE, error), "no_database")


def _no_database(database: Finding, why: str = "new_database") -> tuple[Finding, Finding, Finding]:
    return database, skipped(Part.SCHEMA, why), skipped(Part.LETTERS, why)


def _standing(standing: DatabaseStanding, keys: Sequence[str]) -> tuple[Finding, Finding, Finding]:
    schema = standing.schema()
    if schema == HEAD:
        standing.check_key(keys)
    sound = verdicts.of_damage(standing.place, standing.damage())
    letters = verdicts.of_letters(standing.depths().dead) if schema == HEAD else skipped(Part.LETTERS, "other_schema")
    return sound, verdicts.of_schema(schema, HEAD), letters


def _knowledge(parts: Parts) -> tuple[Finding, ...]:
    return tuple(_guarded(part, check, parts) for part, check in _KNOWLEDGE.items())


def _embedder(parts: Parts) -> Finding:
    vector = parts.library.embedder.embed_query("waarom komen klanten terug?")
    return verdicts.of_embedder(hypot(*vector), parts.library.model.name)


def _index(parts: Parts) -> Finding:
    settings = parts.settings
    state = index_state(settings.index_dir, parts.library.model, settings.chroma)
    return verdicts.of_index(state, index_folder(settings.index_dir))


def _chroma(parts: Parts) -> Finding:
    server = parts.settings.chroma
    if not server:
        return skipped(Part.CHROMA, "in_process")
    reach(server)
    return found(Part.CHROMA, State.OK, "ok", address=server)


_KNOWLEDGE: dict[Part, Callable[[Parts], Finding]] = {
    Part.EMBEDDER: _embedder,
    Part.INDEX: _index,
    Part.CHROMA: _chroma,
}


def _guarded(part: Part, check: Callable[[Parts], Finding], parts: Parts) -> Finding:
    try:
        return check(parts)
    except Exception as error:
        return _failed(part, error)


def _failed(part: Part, error: Exception) -> Finding:
    if isinstance(error, CoachError):
        return broken(part, error)
    return Finding(part, State.BROKEN, "doctor.unexpected", {"problem": told(error)})


def _telegram(parts: Parts) -> tuple[Finding, Finding, Finding]:
    settings = parts.settings
    if settings.telegram_bot_token is None:
        return _unasked(skipped(Part.TOKEN, "no_token"), "without_token")
    try:
        seen = asyncio.run(probe(settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url))
    except CoachError as error:
        return _unasked(broken(Part.TOKEN, error), "no_telegram")
    return _seen(seen, settings)


def _unasked(token: Finding, why: str) -> tuple[Finding, Finding, Finding]:
    return token, skipped(Part.WEBHOOK, why), skipped(Part.CLOCK, why)


def _seen(seen: BotSeen, settings: Settings) -> tuple[Finding, Finding, Finding]:
    webhook = verdicts.of_webhook(seen.webhook, settings.telegram_webhook_url, datetime.now(UTC))
    return found(Part.TOKEN, State.OK, "ok", name=seen.name), webhook, verdicts.of_clock(seen.ahead)

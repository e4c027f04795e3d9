"""`journey-coach console`: the console with the parts of this program."""

import os
import re
import secrets
import sys
from pathlib import Path

from pydantic import SecretStr

from app.inviting import address_of
from app.settings import Settings
from app.watching.logs import logging_to
from app.wiring import Parts
from console import parts as console
from console.application import application
from console.serving import serve
from prompts.words import Words

_SECRET = "console.secret"  # noqa: S105  (the name of a file)
_WHO = re.compile(r"//[^/@\s]*@")


def run(parts: Parts) -> None:
    """Serves the console until it is stopped. CoachError "console.port_taken" where it can't listen."""
    settings = parts.settings
    secret = _secret(settings)
    place = console.Place(address_of(settings), secret, settings.coach_language)
    with logging_to(sys.stderr, settings.log_level, settings.log_format, (*settings.secrets, secret)):
        parts.make_ready()
        serving = application(parts_of(parts), place)
        begun = Words(settings.coach_language).say("console.runs", url=place.url)
        serve(serving, settings.console_host, settings.console_port, lambda: print(begun, flush=True))


def parts_of(parts: Parts) -> console.Parts:
    """What the pages are given."""
    return console.Parts(
        desk=parts.desk,
        reviews=parts.reviews,
        insight=parts.insight,
        audit=parts.audit,
        staff=parts.staff,
        acting=parts.acting,
        sharing=parts.sharing,
        articles=parts.articles,
        keeping=parts.keeping,
        sectors=parts.library.sectors,
        settings=shown(parts.settings),
    )


def shown(settings: Settings) -> tuple[console.Setting, ...]:
    """Every setting for the operator's eyes; of a secret only that it is set."""
    fields = Settings.model_fields.items()
    return tuple(_setting(name, getattr(settings, name), field.description or "") for name, field in fields)


def _secret(settings: Settings) -> str:
    """What signs sessions: the setting, else one made once and kept in the data folder for nobody else to read."""
    if settings.console_secret:
        return settings.console_secret.get_secret_value()
    place = settings.data_dir / _SECRET
    _made_once(place)
    return place.read_text(encoding="ascii")


def _made_once(place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f"{place.name}.{secrets.token_hex(4)}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_urlsafe(48), encoding="ascii")
    try:
        os.link(draft, place)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _setting(name: str, value: object, accepts: str) -> console.Setting:
    secret = isinstance(value, SecretStr)
    told = ", ".join(sorted(value)) if isinstance(value, frozenset) else "" if value is None else str(value)
    return console.Setting(name.upper(), "…" if secret and told else _WHO.sub("//…@", told), accepts, secret)

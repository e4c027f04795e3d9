"""The part of the fake Bot API that keeps what a bot says of itself, in each language."""

from typing import Any

from tests.telegram.fake_markup import units
from tests.telegram.fake_records import RefusalError

_NAME = "Journey Coach"


class ProfileMethods:
    """`commands` are the menus by language, `profile` the texts by kind and language; "" is for all others."""

    def __init__(self) -> None:
        self.commands: dict[str, list[dict[str, str]]] = {}
        self.profile: dict[tuple[str, str], str] = {}

    def _on_getMyName(self, given: dict[str, Any]) -> dict[str, str]:  # noqa: N802
        return {"name": self._profiled("name", given) or _NAME}

    def _on_getMyShortDescription(self, given: dict[str, Any]) -> dict[str, str]:  # noqa: N802
        return {"short_description": self._profiled("short_description", given)}

    def _on_getMyDescription(self, given: dict[str, Any]) -> dict[str, str]:  # noqa: N802
        return {"description": self._profiled("description", given)}

    def _on_setMyName(self, given: dict[str, Any]) -> bool:  # noqa: N802
        return self._profile("name", given, 64)

    def _on_setMyShortDescription(self, given: dict[str, Any]) -> bool:  # noqa: N802
        return self._profile("short_description", given, 120)

    def _on_setMyDescription(self, given: dict[str, Any]) -> bool:  # noqa: N802
        return self._profile("description", given, 512)

    def _profiled(self, what: str, given: dict[str, Any]) -> str:
        """The text for a language; that for all languages where it has none of its own."""
        own = self.profile.get((what, given.get("language_code") or ""))
        return own if own is not None else self.profile.get((what, ""), "")

    def _profile(self, what: str, given: dict[str, Any], most: int) -> bool:
        text = (given.get(what) or "").strip()
        if units(text) > most:
            raise RefusalError(400, f"Bad Request: {what} is too long")
        self.profile[what, given.get("language_code") or ""] = text
        return True

    def _on_getMyCommands(self, given: dict[str, Any]) -> list[dict[str, str]]:  # noqa: N802
        return self.commands.get(given.get("language_code") or "", [])

    def _on_setMyCommands(self, given: dict[str, Any]) -> bool:  # noqa: N802
        commands = given.get("commands") or []
        if len(commands) > 100:
            raise RefusalError(400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            name = command["command"]
            if not (1 <= len(name) <= 32 and name.replace("_", "a").isalnum() and name == name.lower()):
                raise RefusalError(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise RefusalError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands[given.get("language_code") or ""] = commands
        return True

"""Telegram's HTML parse mode: what it accepts, and what a reader sees of it."""

import re

_TAGS = set("b strong i em u ins s strike del code pre a span blockquote tg-spoiler".split())
_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TOKEN = re.compile(r"<(?P<tag>[^>]*)>|(?P<open><)|&(?P<entity>\w+|#\d+|#x[0-9a-fA-F]+);")


class BadMarkupError(ValueError):
    """Telegram would refuse this text."""


def plain(text: str) -> str:
    """What a reader sees. BadMarkupError for an unknown tag, one not closed, or one closed that was not open."""
    stack: list[str] = []
    seen = _TOKEN.sub(lambda match: _seen(match, stack), text)
    if stack:
        raise BadMarkupError(f"Can't find end tag corresponding to start tag {stack[-1]}")
    return seen


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _seen(match: re.Match[str], stack: list[str]) -> str:
    if match["entity"]:
        return _character(match)
    if match["open"]:
        raise BadMarkupError("Unclosed start tag")
    name = match["tag"].strip().split(" ")[0].lower()
    if name.startswith("/"):
        if not stack or stack.pop() != name[1:]:
            raise BadMarkupError(f'Unexpected end tag "{name}"')
    elif name not in _TAGS:
        raise BadMarkupError(f'Unsupported start tag "{name}"')
    else:
        stack.append(name)
    return ""


def _character(match: re.Match[str]) -> str:
    entity = match["entity"]
    if entity.startswith("#"):
        return chr(int(entity[2:], 16) if entity[1] == "x" else int(entity[1:]))
    return _ENTITIES.get(entity, match[0])

"""Filling in texts: slots in `{{ double braces }}`, forms of address as `{je|u}` or `{je|u|ge}`."""

import re
from functools import lru_cache

from jinja2 import Environment, StrictUndefined, Template, TemplateError

from journey.keys import Address

_ALTERNATIVES = re.compile(r"(?<![{%])\{([^{}%|]*)\|([^{}%|]*)(?:\|([^{}%|]*))?\}(?!\})")
# Plain text goes out; each medium escapes for itself.
_ENVIRONMENT = Environment(undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True)  # noqa: S701


class BrokenTextError(ValueError):
    """A text of the project cannot be rendered: bad syntax or an unknown slot. A fault of ours, never of an owner."""


def render(text: str, address: Address = Address.JE, /, **slots: object) -> str:
    """`text` with its slots filled in and one form of address chosen. Values are data: they are never interpreted."""
    addressed = _addressed(text, address)
    if "{" not in addressed:
        return addressed
    try:
        return _compiled(addressed).render(**slots).strip()
    except TemplateError as error:
        raise BrokenTextError(f"{error}: {text[:80]!r}") from error


@lru_cache(maxsize=8192)
def _addressed(text: str, address: Address) -> str:
    return _ALTERNATIVES.sub(lambda match: _chosen(match, address), text).strip()


@lru_cache(maxsize=8192)
def _compiled(text: str) -> Template:
    return _ENVIRONMENT.from_string(text)


def _chosen(match: re.Match[str], address: Address) -> str:
    je, u, ge = match.groups()
    if address is Address.U:
        return u
    return ge if address is Address.GE and ge is not None else je

"""Templates filled in. Everything is escaped; the project's words come in by `say`."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from console.moments import day, moment
from prompts.words import Words


def rendered(template: str, words: Words, **given: Any) -> str:
    """A template in the language of `words`; `say` gives the texts below "console"."""
    say = saying(words)
    return _environment().get_template(template).render(words=words, say=say, counted=_counting(say), **given)


def saying(words: Words) -> Callable[..., str]:
    """`say` of a template: texts of the console by their short key."""

    def say(key: str, **slots: object) -> str:
        return words.say(f"console.{key}", **slots)

    return say


def _counting(say: Callable[..., str]) -> Callable[[str, int], str]:
    """`counted` of a template: a text that differs for one and for many."""

    def counted(key: str, count: int) -> str:
        return say(f"{key}.{'one' if count == 1 else 'many'}", count=count)

    return counted


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("console"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(moment=_moment, day=_day, map_pairs=_pairs, name_of=_name, decimals=_decimals)
    return made


def _pairs(values: Iterable[str], name: Callable[[str], str] = str) -> list[tuple[str, str]]:
    """Values with their names, by name: what a list of choices is made of."""
    return sorted(((value, name(value)) for value in values), key=lambda pair: pair[1].lower())


def _name(people: Iterable[tuple[str, str]], code: str) -> str:
    """The name of the coach with this code; the code where there is none any more."""
    return dict(people).get(code, code)


@pass_context
def _decimals(context: Context, value: float) -> str:
    """A number with two decimals, as it is written in the language."""
    shown = f"{value:.2f}"
    return shown.replace(".", ",") if context["words"].language == "nl" else shown


@pass_context
def _moment(context: Context, at: datetime) -> Markup:
    return _time(at, moment(at, datetime.now().astimezone(), context["say"]))


@pass_context
def _day(context: Context, at: datetime) -> Markup:
    return _time(at, day(at, context["say"]))


def _time(at: datetime, shown: str) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(at.isoformat(), shown)

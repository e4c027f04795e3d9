"""All that identifies somebody in one text."""

from coaching.desk.anonymous.addresses import addresses
from coaching.desk.anonymous.found import Found, apart
from coaching.desk.anonymous.numbers import numbers
from coaching.desk.anonymous.people import people


def identifying(text: str) -> tuple[Found, ...]:
    """What identifies people in what was said in a talk, in the order of the text; nothing overlaps."""
    return apart((*numbers(text), *addresses(text), *people(text)))


def telling(text: str) -> tuple[Found, ...]:
    """The same in a plan, which knows no names but those that were told in the talk: numbers and addresses alone."""
    return apart(numbers(text))

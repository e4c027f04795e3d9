"""Names of people in a text.

A name begins where one is called for (after a title, a relation or "my name is"), or with a first name that is no
ordinary word; it goes on as long as capitals, "van den" and surnames do."""

import re
from collections.abc import Iterator
from functools import cache

from coaching.desk.anonymous.found import Found, Kind
from coaching.desk.anonymous.names import first_names, introduces, roles, surnames, words
from coaching.understanding.text.normalise import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_INITIALS = re.compile(r"\b(?:[A-Z]\.\s?){1,4}(?=\s?(?:(?:van|de|den|der|ter|ten|te)\s)*[A-ZÀ-Ý][a-zà-ÿ])")
_HERE = re.compile(r"(?:hier|here)\b")
_GAP = re.compile(r"[ -]|\. ?|, ")
#: Words of a name at most, and of what is told of somebody between "mijn vrouw" and the name.
_LONGEST = 6


class _Words:
    """The words of a text and what can be said of each."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = [match.span() for match in _WORD.finditer(text)]
        self.folded = [fold(text[start:end]) for start, end in self.at]

    def capital(self, n: int) -> bool:
        return self.text[self.at[n][0]].isupper() and self.folded[n] not in words("never")

    def first(self, n: int) -> bool:
        return any(part in first_names() for part in (self.folded[n], self.folded[n].split("-")[0]))

    def ordinary(self, n: int) -> bool:
        return self.folded[n] in words("ordinary") or self.folded[n] in words("never")

    def joined(self, n: int) -> bool:
        """Whether word `n` follows the one before it with no more than a space or hyphen between them."""
        between = self.text[self.at[n - 1][1] : self.at[n][0]]
        return between in (" ", "-", ". ", ".")

    def before(self, n: int) -> str:
        """What stands before word `n`, folded."""
        return fold(self.text[max(0, self.at[n][0] - 40) : self.at[n][0]])


def people(text: str) -> Iterator[Found]:
    """The names of people, each as long as it is told."""
    told = _Words(text)
    n = 0
    while n < len(told.at):
        start = _beginning(told, n)
        if start is None:
            n += 1
            continue
        end = _end(told, start)
        yield Found(Kind.PERSON, _with_initials(told, start), told.at[end][1])
        n = end + 1


def _beginning(told: _Words, n: int) -> int | None:
    """The word of a name that begins at `n`, None where none does."""
    if told.folded[n] in words("infixes") and _called_for(told, n) and _named(told, n):
        return n
    if told.folded[n] in words("never"):
        return None
    if _with_initials(told, n) < told.at[n][0] and _named(told, n):
        return n
    if told.first(n) and _counts(told, n):
        return n
    return n if _called_for(told, n) and _named(told, n) else None


def _counts(told: _Words, n: int) -> bool:
    """Whether a first name is meant for one."""
    followed = n + 1 < len(told.at) and told.joined(n + 1) and told.capital(n + 1) and told.folded[n + 1] in surnames()
    if told.ordinary(n):
        return told.capital(n) and (followed or _called_for(told, n))
    if told.capital(n):
        return True
    return len(told.folded[n]) > 2 and (_called_for(told, n) or _asked(told.before(n)) or _signs(told, n))


def _named(told: _Words, n: int) -> bool:
    """Whether a name can begin here where one is called for: a capital, or "van den" before a surname."""
    if told.folded[n] not in words("infixes"):
        return told.capital(n)
    behind = next((m for m in range(n, len(told.at)) if told.folded[m] not in words("infixes")), None)
    return behind is not None and told.capital(behind) and not told.first(behind)


def _called_for(told: _Words, n: int) -> bool:
    before = told.before(n)
    if _intro().search(before) or _signed().search(before):
        return True
    previous = told.folded[n - 1] if n and _GAP.fullmatch(told.text[told.at[n - 1][1] : told.at[n][0]]) else ""
    return previous in words("titles") or previous in roles()


def _signs(told: _Words, n: int) -> bool:
    """Whether somebody signs with this name: "noor hier", or nothing but the name."""
    return n == 0 and (len(told.at) == 1 or _HERE.match(told.text[told.at[0][1] :].lstrip()) is not None)


def _end(told: _Words, start: int) -> int:
    """The last word of the name that begins at `start`."""
    end = start
    for n in range(start + 1, min(start + _LONGEST, len(told.at))):
        if not told.joined(n):
            break
        if told.capital(n) or _surname_in_lower_case(told, start, n):
            end = n
        elif told.folded[n] not in words("infixes"):
            break
    return end


def _surname_in_lower_case(told: _Words, start: int, n: int) -> bool:
    """ "my name is tom baker": who writes the first name small writes the surname so."""
    small = not told.text[told.at[start][0]].isupper()
    return small and n == start + 1 and told.folded[n] in surnames() and _intro().search(told.before(start)) is not None


def _with_initials(told: _Words, n: int) -> int:
    """Where a name begins, with the initials before it."""
    start = told.at[n][0]
    for match in _INITIALS.finditer(told.text, max(0, start - 16), told.at[n][1]):
        if match.end() <= start and not told.text[match.end() : start].strip():
            return match.start()
    return start


@cache
def _intro() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{introduces('intros')}),?\s+(?:de |den |d'n )?$")


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\W)(?:{introduces('signs')})[,.!]?\s+$")


@cache
def _asks() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\W)(?:{introduces('asks')})\s+(?:de |den )?$")


def _asked(before: str) -> bool:
    return _asks().search(before) is not None

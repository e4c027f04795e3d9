"""Phone numbers, mail addresses, links, accounts, official numbers, number plates and birth dates in a text."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from phonenumbers import Leniency, PhoneNumberMatcher
from stdnum import iban, luhn
from stdnum.be import nn, vat
from stdnum.nl import bsn

from coaching.desk.anonymous.found import Found, Kind
from coaching.desk.anonymous.names import words
from coaching.understanding.third_persons.contacts import DIGITS, NATIONAL, REGIONS

_TOP = r"(?:nl|be|com|eu|org|net|info|shop|uk|fr|de|lu|me|io|biz|amsterdam|gent|brussels|vlaanderen|app|online|store)"
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|"
    r"(?<![\w.+-])[\w.+-]{1,64}\s?(?:\(at\)|\[at\]|\s(?:at|apenstaartje|apestaartje)\s)\s?"
    rf"[\w-]{{1,63}}(?:(?:\.|\s(?:punt|dot)\s)[\w-]{{1,63}}){{0,4}}?(?:\.|\s(?:punt|dot)\s){_TOP}\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"https?://[^\s<>()]+[\w/]|\bwww\.[^\s<>()]+[\w/]|(?<![\w.@])@[a-z0-9_][\w.]*\w|"
    rf"(?<![\w.@-])[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,4}}\.{_TOP}\b(?:/[\w./?=&%-]*\w)?",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?:[ .-]?[A-Z]{4})?(?:[ .-]?\d{1,4}){3,8}\b", re.IGNORECASE)
_CARD = re.compile(r"\b\d{4}(?:[ -]?\d{4}){3}\b")
_NINE = re.compile(r"\b\d{9}\b|\b\d{4}[ .]\d{2}[ .]\d{3}\b")
_VAT = re.compile(
    r"\bBE ?[01]?\d{3}[. ]?\d{3}[. ]?\d{3}\b|\bNL ?\d{9} ?B ?\d{2}\b|\bGB ?\d{3} ?\d{4} ?\d{2}\b", re.IGNORECASE
)
_COMPANY = re.compile(r"\b[01]\d{3}[. ]\d{3}[. ]\d{3}\b")
_CALLED = re.compile(
    r"(?:\bkvk|\bbtw|\bvat|\bbsn|\bkbo|burgerservice|rijksregister|ondernemings|klant|company|registration|"
    r"national insurance)[\w -]{0,20}?(?:nummer|number|nr\.?|no\.?)?\s?(?:is|:)?\s?"
    r"(?P<number>(?:[A-Z]{2} ?)?\d[\d. -]{5,16}\d(?: ?B ?\d{2})?)",
    re.IGNORECASE,
)
_PLATE = re.compile(
    r"\b(?:\d-[A-Z]{3}-\d{3}|[A-Z]{3}-\d{3}|"  # Belgian
    r"(?:[A-Z]{2}|\d{2})-(?:[A-Z]{2}|\d{2})-(?:[A-Z]{2}|\d{2})|\d{1,2}-[A-Z]{2,3}-\d{1,2}|[A-Z]{1,2}-\d{2,3}-[A-Z]{1,2}|[A-Z]{1,3}-\d{2,3}-[A-Z]|"
    r"[A-Z]{2}\d{2} ?[A-Z]{3})\b",
)
_ALL_DIGITS = re.compile(r"[\d-]+")
_PLATE_CALLED = re.compile(
    r"(?:kenteken|nummerplaat|\bplaat|number ?plate|licen[cs]e plate|registration)\W+(?:\w+\W+){0,4}?"
    r"(?P<number>(?=[a-z0-9 -]*\d)(?=[a-z0-9 -]*[a-z])[a-z0-9]{1,3}[ -]?[a-z0-9]{2,3}[ -]?[a-z0-9]{1,3})\b",
    re.IGNORECASE,
)
_MONTHS = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|mar(?:ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|aug(?:ustus|ust)?|"
    r"sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year{n}>(?:19|20)\d{{2}}|['’]?\d{{2}}(?!\d))"
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th|ste|e)?[ -](?:of )?{_MONTHS}(?:[ ,-]+{_YEAR.format(n=1)})?\b|"
    rf"\b{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?(?:,? {_YEAR.format(n=2)})?\b|"
    rf"\b\d{{1,2}}[-/.]\d{{1,2}}[-/.]{_YEAR.format(n=3)}\b|\b(?P<year4>19\d{{2}}|20\d{{2}})-\d{{2}}-\d{{2}}\b",
    re.IGNORECASE,
)
_BIRTH = re.compile(
    r"geboren|geboorte|verjaar|jarig|\bborn\b|birth|\bdob\b|°\s*$|\b(?:hij|zij|ze|he|she) is (?:van|from)|"
    r"\b(?:is|was) (?:er )?(?:een )?van\s*$",
    re.IGNORECASE,
)
#: Characters before a date in which it may be called a birth date; years after which any full date is taken for one.
_BEFORE, _GROWN = 40, 6


def numbers(text: str) -> Iterator[Found]:
    """All of them; some may overlap."""
    yield from _matching(Kind.EMAIL, _EMAIL, text)
    yield from _matching(
        Kind.LINK, _LINK, text, lambda link: link.lower().removeprefix("www.") not in words("platforms")
    )
    yield from _matching(Kind.ACCOUNT, _ACCOUNT, text, _is_account)
    yield from _matching(Kind.ACCOUNT, _CARD, text, luhn.is_valid)
    yield from _phones(text)
    yield from _official(text)
    yield from _matching(Kind.PLATE, _PLATE, text, lambda plate: not _ALL_DIGITS.fullmatch(plate))
    yield from (Found(Kind.PLATE, *m.span("number")) for m in _PLATE_CALLED.finditer(text))
    yield from _births(text)


def _matching(
    kind: Kind, pattern: re.Pattern[str], text: str, fits: Callable[[str], bool] = lambda _: True
) -> Iterator[Found]:
    return (Found(kind, *match.span()) for match in pattern.finditer(text) if fits(match.group()))


def _is_account(text: str) -> bool:
    """Whether this is an account, mistyped or not: at least as long as the shortest, and not all letters."""
    compact = iban.compact(text)
    return len(compact) >= 15 and (iban.is_valid(compact, check_country=False) or sum(map(str.isdigit, compact)) >= 10)


def _phones(text: str) -> Iterator[Found]:
    if not DIGITS.search(text):
        return
    for region in REGIONS:
        for match in PhoneNumberMatcher(text, region, Leniency.VALID):
            yield Found(Kind.PHONE, match.start, match.end)


def _official(text: str) -> Iterator[Found]:
    yield from _matching(Kind.NUMBER, NATIONAL, text, nn.is_valid)
    yield from _matching(Kind.NUMBER, _NINE, text, bsn.is_valid)
    yield from _matching(Kind.NUMBER, _COMPANY, text, vat.is_valid)
    yield from _matching(Kind.NUMBER, _VAT, text)
    yield from (Found(Kind.NUMBER, *m.span("number")) for m in _CALLED.finditer(text))


def _births(text: str) -> Iterator[Found]:
    for match in _DATE.finditer(text):
        called = _BIRTH.search(text, max(0, match.start() - _BEFORE), match.start())
        told = next((year for name, year in match.groupdict().items() if year), "")
        if called or (told.isdigit() and len(told) == 4 and int(told) <= date.today().year - _GROWN):
            yield Found(Kind.BIRTH, *match.span())

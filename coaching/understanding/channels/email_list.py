"""Whether there is a list of customers' e-mail addresses, and how long it is."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.money.amounts import is_money
from coaching.understanding.text.normalise import Span
from coaching.understanding.text.numbers import Number
from coaching.understanding.wordlists import load
from journey.profile import EmailList, ProfileField
from journey.topics import Topic

_THING = (
    r"(?:e-?mail|mail|mailing|klanten)?-?(?:adressen|adresjes)|(?:mailing|mail|e-?mail|contact)[- "
    r"]?(?:lijst|list)(?:je)?|mailings?|"
    r"mailchimp|mailadressen|mails van klanten|(?:e-?mail )?add?ress?es|subscribers|inschrijvingen|"
    r"ingeschrevenen|subs|abonnees|e-?mails (?:from|van|of)|nieuwsbrief|newsletter"
)
_LIST = re.compile(rf"\b(?:{_THING})\b")
_NONE = re.compile(
    r"\b(?:geen|no|nog geen|zonder|don't have (?:a|any)|have(?:n't| not) (?:got )?any|geen enkele?|niet eens "
    rf"een)\s+(?:(?!no\b)[a-z]\w*\s+)?(?:{_THING})\b"
)
_HAVE = re.compile(
    r"\b(?:have|heb|hebben)\s+(?:(?:we|ik|wel|toch|een|a|an|our|'n|'k|dus|al|small|klein|kleine)\s+)*"
    r"(?:(?:mailing|mail|e-?mail|contact)[- ]?(?:lijst|list)(?:je)?|mailadressen|e-?mailadressen)\b"
)
_ONLY_NUMBER = re.compile(
    r"(?:(?:about|around|roughly|zo'n|een|ongeveer|rond(?: de)?|een stuk of|some|maybe|"
    r"misschien)\s+)*[\d.]+(?:tal)?(?: of zo| or so|ofzo)?"
)
_GONE = re.compile(
    rf"\b(?:{_THING})\b.{{0,15}}\b(?:bestaat (?:niet|ni)|is er (?:niet|ni)|is (?:weg|leeg)|"
    rf"doesn't exist|is (?:gone|empty))\b|"
    rf"\b(?:{_THING})\b.{{0,60}}\b(?:heb|hebben) (?:ik|we|wij) er (?:nog |hier )?geen\b"
)
_COUNTED = re.compile(
    rf"^\s*(?:(?:\w+\s+){{0,2}}?(?:{_THING})|(?:(?:namen|mensen|people|names) )?(?:on (?:the|my|"
    rf"our) list|op (?:de|mijn|onze) lijst))\b"
)
_READERS = re.compile(
    r"^\s*(?:mensen|klanten|lezers|leden|people|readers|customers|clients|members|adressen|"
    r"contacten)\b"
)
_NO = re.compile(
    r"^(?:(?:nee|neen|neeje|neeë|neeze|nenee|nope|no|not really|eigenlijk niet|amper|hardly|nog niet|"
    r"not yet|niet echt|helaas niet|"
    r"geen|gin|gene|gjin|nee hoor|spijtig genoeg niet|"
    r"never|nooit)\b|(?:(?:i|we) )?(?:don'?t|do not) (?:do|use|send|mail|e-?mail)\b|"
    r"(?:ik|we) (?:hebben|heb) (?:er )?geen|"
    r"(?:(?:dat|die|zo'n lijst) )?(?:heb ik|hebben (?:we|wij)) (?:er )?(?:ook |echt |nog )*niet\b|(?:i|we) (?:don't|"
    r"do not|haven't)\b)"
)
_YES = re.compile(r"^(?:ja|jawel|jazeker|jep|yes|yep|yeah|zeker|tuurlijk|bwa ja|toch wel|we do|i do)\b")
_OTHER_UNIT = re.compile(
    r"\s*(?:and a half|en (?:een )?half|"
    r"euro|eur\b|€|£|\$|quid|bucks|pounds?|dollars?|ballekes|jaar|years?|maand\w*|months?|uur|"
    r"hours?|dag\w*|days?|we+k\w*|%|"
    r"keer|times|x\b|ster)"
)
_FOLLOW = re.compile(r"\b(?:volgers|followers|likes)\b")
#: Kept elsewhere than on a list of addresses: "600 odd on whatsapp".
_ELSEWHERE = re.compile(
    r"(?:\s+(?:odd|man|mensen|people|of them|ervan|er|volgers|followers)\b)*\s+"
    r"(?:(?:on|in|op)(?: my| the| m'n| mijn| de| onze| our)? (?:whats ?app|wa|app|fb|facebook|"
    r"insta(?:gram)?|tiktok|linkedin|telegram)|gsm-?nummers?|telefoonnummers?|phone numbers)\b"
)
#: A number of people that says nothing of addresses.
COUNTED_ELSEWHERE = re.compile(rf"\d+{_ELSEWHERE.pattern}")


def find_email_list(reading: Reading) -> list[Finding]:
    """What a message tells about the addresses."""
    low = reading.text.low
    none = _NONE.search(low) or _GONE.search(low)
    if none and "nieuwsbrief" not in none.group() and "newsletter" not in none.group():
        return [_finding(reading, EmailList(has=False), Span(none.start(), none.end()))]
    size = _size(reading)
    if size is not None:
        value, span = size
        return [_finding(reading, EmailList(has=True, size=value), span)]
    if reading.asked(Topic.EMAIL):
        return _answer(reading, low)
    has = _HAVE.search(low)
    return [_finding(reading, EmailList(has=True), Span(has.start(), has.end()))] if has else []


def _size(reading: Reading) -> tuple[int | None, Span] | None:
    for number in sorted(reading.numbers, key=lambda number: not _agreed(reading, number)):
        after = reading.text.low[number.span.end : number.span.end + 60]
        if _OTHER_UNIT.match(after) or _ELSEWHERE.match(after) or is_money(reading, number):
            continue
        clause = reading.text.clause_at(number.span.start)
        listed = _LIST.search(reading.text.low_of(clause))
        just = _HAVE.search(reading.text.low[: clause.start]) and _ONLY_NUMBER.fullmatch(reading.text.low_of(clause))
        counted = (
            just
            or (_agreed(reading, number) and (reading.asked(Topic.EMAIL) or _LIST.search(reading.text.low)))
            or _ON_IT.match(after)
            or _COUNTED.match(after)
            or _KEPT_FOR_MAIL.match(after)
            or _list_of(reading, number)
            or _may_mail(reading, number, clause)
            or (listed and _READERS.match(after))
        )
        bare = reading.asked(Topic.EMAIL) and _is_count(reading, number, clause)
        if (counted or bare) and not _FOLLOW.search(after) and number.value >= 1:
            vague = reading.text.low_of(number.span) in ("paar", "enkele", "couple")
            return (None if vague else int(number.value)), Span(just.start(), clause.end) if just else clause
    return None


def _agreed(reading: Reading, number: Number) -> bool:
    """ "120 clients' emails, about eighty said I could write": how many agreed counts before how many there are."""
    return _AGREE.match(reading.text.low, number.span.end) is not None


_AGREE = re.compile(
    r"\s*(?:(?:of them|ervan|er|mensen|people|klanten|die|who|that|hebben|have|gaven|ok|ook|wel)\s+){0,3}(?:"
    r"said (?:that )?(?:i|we|it) (?:could|can|may|was ok|is ok)|ticked|opted in|agreed|signed up|"
    r"gave (?:me |us )?(?:permission|their ok)|(?:zeiden|zei) (?:dat )?(?:het|ik|we|ja)|toestemming|aangevinkt|"
    r"ingeschreven|ja gezegd|mails? mogen|mag (?:ik )?mailen|mogen mailen)\b"
)
#: "die 400 van de nieuwsbrief", "140 man op de mailinglijst".
_ON_IT = re.compile(
    rf"\s*(?:[a-z]+ )?(?:van|op|in|on|from|for|voor) (?:de|het|mijn|m'n|onze|the|my|our) (?:{_THING}|(?:e-?)?mail)\b"
)
#: "300 mensen in Brevo".
_KEPT_FOR_MAIL = re.compile(
    rf"\s*(?:[a-z]+ ){{0,2}}(?:in|bij|op|on|with) (?:{'|'.join(load('places')['mail_programmes'].split())})\b"
)
_LIST_OF = re.compile(
    r"(?:list|lijst|lijstje|database|bestand|adressen|addresses|mailchimp|nieuwsbrief|newsletter|mailing|mails) "
    r"(?:of|van|"
    r"met|with|to|naar|:|is|telt|has|heeft|aan|voor|waar(?: er)?(?: al| toch| wel)*|die naar|that goes to|going to)?\s*"
    r"(?:(?:about|around|roughly|some|ondertussen|intussen|inmiddels|nu|now|ongeveer|zo'n|een|een stuk of|"
    r"rond(?: de)?|bijna|almost|over|circa|ca\.?|a) )*$"
)


def _may_mail(reading: Reading, number: Number, clause: Span) -> bool:
    """ "mailen mag ik ook, zo'n 220 mensen", "I can mail about 220 people"."""
    low = reading.text.low
    may = next((m for m in _MAY_MAIL.finditer(low) if m.start() <= number.span.start <= m.end() + _NEAR), None)
    return may is not None and not _AGAIN.match(low, number.span.end) and _is_count(reading, number, clause)


#: Letters between the leave to mail and how many may be mailed.
_NEAR = 25
_MAY_MAIL = re.compile(
    r"\b(?:mailen (?:mag|kan|mogen|kunnen)|(?:mag|mogen|kan|kunnen) (?:ik|we|wij)(?: \w+){0,4} mailen|"
    r"(?:can|may|allowed to|permission to|leave to) (?:e-?)?mail)\b"
)
_AGAIN = re.compile(r"(?: [a-z]+){0,2} (?:per|a|elke|each|every|in de) (?:week|maand|month|dag|day)\b")


def _list_of(reading: Reading, number: Number) -> bool:
    """ "a mailing list of about 200"."""
    return _LIST_OF.search(reading.text.low, max(0, number.span.start - 60), number.span.start) is not None


def _is_count(reading: Reading, number: Number, clause: Span) -> bool:
    """A bare number answers how many; an age, an amount or a count of telephone numbers tells something else."""
    low = reading.text.low
    beside_others = len(reading.text.clauses) > _WITH_A_YES and not _ADDRESSES.search(low)
    ranged = number.high is not None and (reading.correcting or beside_others)
    if ranged or not number.value.is_integer() or _CENTS.fullmatch(low, number.span.start, number.span.end):
        return False
    if _PHONES.search(low, max(0, clause.start - _JUST_BEFORE), clause.end) and not _ADDRESSES.search(low):
        return False
    return _PEOPLE_OF_AGE.search(low, clause.start, clause.end) is None


#: "yes, 50 to 70": clauses of a bare answer.
_WITH_A_YES = 2
#: "gsm nummers heb ik wel, zeshonderd": letters before the clause of a number in which that is told.
_JUST_BEFORE = 60
_PHONES = re.compile(
    r"\b(?:gsm[- ]?numm?ers?|telefoon-?nummers?|telefoonnrs?|(?:phone|mobile|cell|whatsapp)[- ]?(?:numbers?|nos?)|"
    r"(?:nummers?|numbers|contacten|contacts) in (?:mijn|m'n|my) (?:gsm|telefoon|phone|mobile))\b"
)
_ADDRESSES = re.compile(r"ad(?:ressen|resjes|dresses)\b|mails?\b|\bmailing|mailchimp|\b(?:list|lijst)")
_CENTS = re.compile(r"\d+[.,]\d\d")
_PEOPLE_OF_AGE = re.compile(
    r"\b(?!stuk|paar|list)[a-z]{4,} (?:van|of)(?: (?:rond(?: de)?|ongeveer|zo'n|around|about))? \d+\b|"
    r"\d+ (?:jaar|jarige?|years?)|\b(?:tussen|between|van|from)(?: de)? \d+ (?:en|tot|"
    r"and|to) \d+|\b(?:jonge|oudere|young|older|mama'?s|papa'?s|"
    r"vrouwen|"
    r"mannen|koppels|gezinnen|moeders|vaders|women|men|couples|parents|"
    r"medewerkers|staff|employees)\b|\baged? \d+|\bin (?:their|hun) \d0|\b(?:zijn|are) (?:met|with) \d+"
)
#: "only from people who ordered online": some addresses are addresses.
_ONLY_SOME = re.compile(
    r"(?:(?:ja|yes|ok),? )?(?:maar |but )?(?:only|just|alleen|enkel|maar|vooral)(?: maar)? (?:(?:die|those) "
    r")?(?:from|of|for|van|voor|bij|when|als|the|de|een paar|a few|some)\b"
    r"(?!.{0,20}\b(?:phone|telefoon|gsm|nummers?|numbers|whatsapp)\b)"
)
_SO_NO = re.compile(
    r"\b(?:dus|so|therefore)[, ]+(?:nee|neen|no|niet|nope)\W*$|^\W*(?:only|just|alleen|enkel) (?:phone|"
    r"telefoon|gsm|whatsapp)\w*"
)
#: Customers are written down, but not where a mail can go: "een fichebak", "in my notebook".
_ON_PAPER = re.compile(
    r"\b(?:geen|gin|gene|no|zonder|without) (?:(?:e-?)?mails?|mailtjes)\b|"
    r"\b(?:niks|niets|nothing) (?:digitaal|digital)\b|"
    r"^\W*(?:\w+ ){0,4}(?:(?:fiche|kaarten|fiches)bak\w*|steekkaarten|(?:papieren|paper) (?:agenda|diary|boekje)|"
    r"schriftje|notebook|card index|index cards)\b(?!.*\b(?:mail\w*|e-mail\w*|adressen|addresses)\b)"
)
_ECHO = re.compile(r"(?:(?:e-?)?mails?|adressen|e-?mailadressen|mailen|addresses)\s*\?\s*")


def _answer(reading: Reading, low: str) -> list[Finding]:
    start = reading.text.trim(reading.text.whole).start
    echo = _ECHO.match(low, start)
    start = echo.end() if echo else start
    no = _NO.search(low[start:]) or _SO_NO.search(low) or _ON_PAPER.search(low)
    if no or (_PHONES.search(low) and not _ADDRESSES.search(low) and not _YES.search(low[start:])):
        return [_finding(reading, EmailList(has=False), reading.text.trim(reading.text.whole))]
    some = _ONLY_SOME.match(low, start)
    has = some or _YES.search(low[start:]) or (_LIST.search(low) and not re.search(r"\b(?:niet|not|geen|nooit)\b", low))
    return [_finding(reading, EmailList(has=True), reading.text.trim(reading.text.whole))] if has else []


def _finding(reading: Reading, value: EmailList, span: Span) -> Finding:
    return Finding(ProfileField.EMAIL_LIST, value, span, uses=(_clauses(reading, span),))


def _clauses(reading: Reading, span: Span) -> Span:
    return Span(reading.text.clause_at(span.start).start, reading.text.clause_at(span.end - 1).end)

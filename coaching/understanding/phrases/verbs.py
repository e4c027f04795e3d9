"""A verb as half of an offer: "ik stem piano's" becomes "piano's stemmen", "we fix boilers" "fixing boilers"."""

import re

_PREFIX = re.compile(r"(?:her|be|ver|ont)(?=[^aeiou]+[aeiouy])")
_LONG = re.compile(r"(aa|ee|oo|uu)([bdfgklmnprstvz])$")
_SHORT = re.compile(r"[^aeiou]*[aeiou][bdfgklmnprst]$")
_SOFT = re.compile(r"(?:aa|ee|oo|uu|ij|ui|ou|au|ei|ie|oe|eu)[fs]$|[rl]f$")
_SAID_WITH_E = re.compile(r"[aeiou].*(?:[bcdfgklmnprstvwxz]|[aou]{1,2}i)e$")
#: "'k repareren" is as good as an infinitive; "ik teken" is not.
_PLURAL = re.compile(r"[aeiou](?:[a-z]*[^aeiou]|[a-z]*[aeou]i)(?<!tek)(?<!rek)(?<!oef)(?<!^op)(?<!zeg)(?<!wap)en$")
_SOFTENED = {"f": "v", "s": "z"}
#: What stands loose of a verb and belongs before its infinitive: "ik knap oude piano's op" is opknappen. "In Gent" and
#: "in en rond Gent" tell where.
_PARTICLE = re.compile(
    r"(?:\s+(?:weer|helemaal|volledig|zelf|graag|ook))*\s*\b(?P<particle>op|uit|af|in|aan|om|over|door|bij|mee|terug|weg|"
    r"schoon|klaar|leeg|los)(?=\s*(?:$|[,.;:!?)\n])|\s+(?:en|of)\s+(?!(?:rond|om|op|in|uit|buiten|aan|bij|naast|rondom)\b)|"
    r"\s+(?:voor|aan|in|te|bij|rond|sinds|met|vanuit|op)\s)"
)
#: Short vowel and one consonant at the end of a single English syllable.
_CLIPPED = re.compile(r"[^aeiou]+[aeiou][bdgklmnprt]$")


def infinitive(stem: str) -> str:
    """The infinitive of a Dutch verb in the form that goes with "ik": "knip" gives "knippen", "lees" gives "lezen", and
    "verkope" or "verkopen", as it is said in Flanders, "verkopen"."""
    if _PLURAL.search(stem):
        return stem
    if _SAID_WITH_E.search(stem):
        return f"{stem}n"
    prefix = _PREFIX.match(stem)
    root = stem[prefix.end() :] if prefix else stem
    if _SOFT.search(stem):
        stem = stem[:-1] + _SOFTENED[stem[-1]]
    if long := _LONG.search(stem):
        return f"{stem[: long.start()]}{long[1][0]}{long[2]}en"
    return f"{stem}{stem[-1]}en" if _SHORT.fullmatch(root) else f"{stem}en"


def gerund(verb: str) -> str:
    """The -ing form of an English verb: "fix" gives "fixing", "trim" gives "trimming"."""
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if _CLIPPED.fullmatch(verb) else f"{verb}ing"


def particle(words: str, start: int, end: int) -> re.Match[str] | None:
    """The loose half of a Dutch verb in or right behind what it is done to, which stands from `start` to `end`."""
    match = _PARTICLE.search(words, start)
    return match if match and start < match.start() <= end else None


def is_english(subject: str, verb: str) -> bool:
    """Whether a verb with this subject is English: "we fix", where Dutch says "we maken"."""
    return subject == "i" or (subject == "we" and not verb.endswith("en"))


def as_offer(subject: str, verb: str, thing: str, loose: str = "") -> str:
    """What is done with `thing`, as a noun phrase: the verb behind it in Dutch, with its `loose` half before it
    ("opknappen"), before it in English."""
    if is_english(subject, verb):
        return f"{gerund(verb)} {thing}"
    return f"{thing} {loose}{verb if subject in ('we', 'wij') else infinitive(verb)}"

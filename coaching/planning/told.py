"""Words of an owner made fit to print: without what people say around what they tell, and without half phrases."""

import re
from functools import cache

from coaching.understanding.phrases.word_order import is_first_person
from coaching.understanding.wordlists import any_of, load
from journey.keys import Language
from journey.profile import FREE_TEXT, Fact, GoalFact, Profile, ProfileField

#: What an owner says in words of their own and may be printed as told.
_PRINTED = (*FREE_TEXT, ProfileField.PRICE)
_LISTS = load("told")
#: Signs that a chat was going on: they are no part of what was told.
_NOISE = re.compile(r"[\x00-\x1f]+|[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u200d]+")
_MARKS = re.compile(r"([!?.,])\1+")
_EDGE = " ,;:-–"
#: The Flemish "ge" behind its verb.
_GE = re.compile(r"\b(?P<verb>\w+t) (?:ge|gij)\b", re.IGNORECASE)
#: More words than this are a story, not something to post.
_LONGEST = 30
#: More words than this name no price.
_PRICE_WORDS = 14
#: How the price of something else is told, and letters by which that and what is sold are known to be the same.
_ELSEWHERE = re.compile(
    r"(?:in|op|aan|bij|at|on) (?:de|het|'t|onze|ons|mijn|the|our|my) (?P<place>\w+)"
    r"|(?:(?:de|het|een|the|a|an|our|onze) )?(?P<thing>(?!prij[sz]|price|alles|everything)[^\W\d_]{4,})"
    r" (?:is|are|zijn) ",
    re.IGNORECASE,
)
_STEM = 4
_BARE = re.compile(
    r"(?:(?P<from>vanaf|from) |(?:rond|ongeveer|zo'n|about|around|roughly) )?(?P<sum>[€£]? ?\d+(?:[.,]\d+)?)"
    r"(?P<money> ?(?:€|£|euro'?s?|eur|pounds?|quid))?"
)


def tidied(text: str, language: Language) -> str:
    """`text` without fillers, laughter and signs, spelled as in the dictionary; empty where nothing else was said."""
    rules = _rules(language)
    clean = rules["asks_back"].sub("", " ".join(_NOISE.sub(" ", text).split()))
    clean = rules["said"].sub(" ", _MARKS.sub(r"\1", clean))
    clean = _GE.sub(_before_je, clean) if language == "nl" else clean
    clean = rules["spelled"].sub(lambda match: _spelled(language)[match[0].lower()], clean)
    clean = rules["anywhere"].sub("", clean)
    before = None
    while clean != before:
        before = clean
        clean = rules["labels"].sub("", rules["opens"].sub("", clean.strip(_EDGE)))
        clean = rules["ends"].sub("", clean).strip(_EDGE)
    return re.sub(r"\s+([,.!?;:])", r"\1", re.sub(r"(,\s*){2,}", ", ", " ".join(clean.split())))


def _before_je(match: re.Match[str]) -> str:
    """ "Hebt ge" as "heb je"; "moet ge" keeps its t."""
    verb = match["verb"]
    return f"{verb[:-1] if is_first_person(verb[:-1].lower()) else verb} je"


def stands_alone(text: str, language: Language) -> bool:
    """Whether `text` (tidied) is a whole phrase that customers could read: no question, no story, no loose end."""
    loose = _rules(language)["dangles"].search(text)
    return bool(text) and not loose and "?" not in text and len(text.split()) <= _LONGEST


def printable(profile: Profile) -> Profile:
    """`profile` with what was told in words as it can be printed; what held nothing but fillers stays as it was."""
    tidy = {field: _printable(profile.facts[field], profile.language) for field in _PRINTED if field in profile.facts}
    goal = profile.facts.get(ProfileField.GOAL)
    if goal and isinstance(goal.value, GoalFact) and (text := tidied(goal.value.text, profile.language)):
        tidy[ProfileField.GOAL] = goal.model_copy(update={"value": goal.value.model_copy(update={"text": text})})
    return profile.model_copy(update={"facts": {**profile.facts, **tidy}})


def price_said(told: str, language: Language, currency: str, gap: str) -> str:
    """A price (tidied) as it can be posted: with the name of its `currency`, and with `gap` behind an amount that
    doesn't say what it buys; empty where no amount was told."""
    rules = _rules(language)
    told = rules["names"].sub("", told)
    if not rules["amount"].search(told) or rules["sums"].search(told) or not stands_alone(told, language):
        return ""
    if len(told.split()) > _PRICE_WORDS:
        return ""
    bare = _BARE.fullmatch(told)
    if not bare:
        return told
    named = told if bare["money"] or told[0] in "€£" else f"{told} {currency}"
    return named if bare["from"] else f"{named} {gap}"


def says_only_how_much(price: str) -> bool:
    """Whether a price is a bare amount, which may be that of anything sold."""
    bare = _BARE.fullmatch(tidied(price, "nl"))
    return bare is not None and not bare["from"]


def is_of(price: str, offer: str) -> bool:
    """Whether a price goes with `offer`: it is not introduced as that of something or somewhere else ("in de tearoom
    ontbijt voor 16 euro" beside bread)."""
    elsewhere = _ELSEWHERE.match(price)
    named = (elsewhere["place"] or elsewhere["thing"]).lower() if elsewhere else ""
    return not offer or named[:_STEM] in offer.lower()


def reason_told(told: str, language: Language) -> str:
    """Why something doesn't suit an owner (tidied); empty where only that was said ("weg ermee")."""
    clean = tidied(told, language).rstrip(".!")
    return "" if _rules(language)["away"].search(clean) else clean


def offered(told: str, language: Language) -> str:
    """An offer (tidied) as the name of something that is sold; empty where it speaks rather than names."""
    rules = _rules(language)
    named = rules["leads"].sub("", told).strip(_EDGE)
    first = re.split(r"[,.;(]", named)[0]
    return "" if rules["speaks"].search(first) else named


def _printable(fact: Fact, language: Language) -> Fact:
    clean = tidied(fact.value, language) if isinstance(fact.value, str) else ""
    return fact.model_copy(update={"value": clean}) if clean else fact


@cache
def _spelled(language: Language) -> dict[str, str]:
    chat = load("spellings") if language == "nl" else {}
    return {str(said): str(meant) for said, meant in {**chat, **_LISTS["spelled"][language]}.items()}


@cache
def _rules(language: Language) -> dict[str, re.Pattern[str]]:
    said = _LISTS[language]
    written = {
        "said": rf"\b{said['said']}\b[\s,:.]*",
        "spelled": rf"(?<![\w'’@/-])(?:{any_of(_spelled(language))})(?![\w'’@/-])",
        "anywhere": rf",?\s*\b{said['anywhere']}\b(?=[\s,.!?]|$)",
        "opens": rf"^(?:{said['opens']}(?=[\s,.!?;:]|$)[\s,.!?;:]*)+",
        "ends": rf"(?:[\s,.!]+{said['ends']})+[\s.!]*$",
        "asks_back": rf"^(?:{said['question']}\s*\?+|[^?\s]+\?{{2,}})\s+(?=\S+\s\S)",
        "labels": rf"^{said['labels']}\s*:\s*",
        "names": rf"^{said['names']}\s+",
        "away": rf"^{said['away']}$",
        "dangles": rf"\b{said['dangles']}[.!]?$",
        "amount": rf"\d|[€£]|\b(?:{said['free']}|{said['counted']} (?:euro|pond|pound|quid))",
        "leads": rf"^(?:{said['leads']}\s+)+",
        "speaks": rf"\b{said['speaks']}\b",
        "sums": rf"\b(?:{said['speaks']}|{said['sums']})\b",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in written.items()}

"""Texts made smooth once they are filled in: a business without a name, and capitals where a sentence begins."""

import re

from journey.keys import Language

_AT: dict[Language, tuple[str, str]] = {
    "nl": ("bij|van|met|aan|naar|door|over|op|volgens", "ons"),
    "en": (r"with|by|about|(?:write|send|sends|talk|speak|come|comes|back|reply|turn|tell|said) (?:\w+ )?to", "us"),
}
#: Said of any business: never worth repeating, not even once.
_PALE = frozenset({"ons bedrijf", "onze zaak", "our business", "our company"})


#: What a business does in Dutch, and what "we" do then. Only verbs of which a business next to them is the subject.
_OURS = {
    "heeft": "hebben",
    "doet": "doen",
    "is": "zijn",
    "zou": "zouden",
    "zal": "zullen",
    "kan": "kunnen",
    "wil": "willen",
    "mag": "mogen",
    "gaat": "gaan",
    "begint": "beginnen",
    "zegt": "zeggen",
    "stuurt": "sturen",
    "zet": "zetten",
    "werkt": "werken",
    "maakt": "maken",
    "antwoordt": "antwoorden",
    "kijkt": "kijken",
    "bewaart": "bewaren",
    "schrijft": "schrijven",
    "houdt": "houden",
    "leest": "lezen",
    "belde": "belden",
}
#: What customers are asked to do to the business.
_TOLD_TO = "bel|stuur|mail|vraag|schrijf|vertel|laat|geef|zeg"
#: What a business can do in English with the same verb as "we": no third person to turn.
_SAME_VERB = "will|would|can|can't|could|may|might|must|should|needn't|won't"


def unnamed(text: str, our: str, signature: str, language: Language, name: str = "") -> str:
    """A text of a business without a name: signed by its owner or its trade and place, "bij ons" for what would be
    "bij onze bakkerij" again and again, and whoever picks up the phone says a `name`."""
    if name:
        text = _speaking(text, our, name, language)
    text = re.sub(
        rf"^(?P<before>[^\n,]{{2,30}}, )?{re.escape(our)}\.?$",
        lambda match: match["before"].rstrip(", ") if match["before"] else signature,
        text,
        flags=re.MULTILINE,
    )
    prepositions, us = _AT[language]
    again = re.compile(rf"\b({prepositions}) {re.escape(our)}\b", re.IGNORECASE)
    seen = our in _PALE

    def shorter(match: re.Match[str]) -> str:
        nonlocal seen
        said, seen = seen, True
        return f"{match[1]} {us}" if said else match[0]

    return _tidied(_we(again.sub(shorter, text), our, language), our, language)


def _speaking(text: str, our: str, name: str, language: Language) -> str:
    """ "Dag, hier onze bakkerij" said by a person: a name, without the business that has none."""
    text = re.sub(rf"\bhier {re.escape(our)}\b", lambda _: f"hier {name}", text)
    text = re.sub(rf"(?<=[,:] ){re.escape(our)} here\b", lambda _: f"{name} here", text)
    text = re.sub(rf"(?<=: ){re.escape(our)}(?=, )", lambda _: name, text)
    person = rf"{re.escape(name)}|\[(?:naam|name)\]"
    of = "van" if language == "nl" else "from|of"
    return re.sub(rf"((?:{person})(?: hier| here)?),? (?:{of}) {re.escape(our)}\b", r"\1", text)


def _we(text: str, our: str, language: Language) -> str:
    """ "Our practice will add it" after the practice was spoken of is "we will add it"."""
    first = text.find(our)
    if first < 0:
        return text
    start = 0 if our in _PALE else first + len(our)
    head, tail = text[:start], text[start:]
    if language == "nl":
        return head + _wij(tail, our)
    tail = re.sub(rf"(?<=[.!?] ){re.escape(our[:1].upper() + our[1:])} (?={_SAME_VERB}\b)", "We ", tail)
    tail = re.sub(rf"\b{re.escape(our)} (?=(?:{_SAME_VERB})\b)", "we ", tail)
    return head + re.sub(rf"\bat {re.escape(our)}\b", "with us", tail)


def _wij(text: str, our: str) -> str:
    """ "Dan stuurt onze act een foto" as "dan sturen we een foto", "bel onze act" as "bel ons"."""
    verbs = "|".join(_OURS)
    opening, our = re.escape(f"{our[:1].upper()}{our[1:]}"), re.escape(our)
    text = re.sub(rf"\b({_TOLD_TO}) {our}\b(?! (?:{verbs})\b)", r"\1 ons", text, flags=re.IGNORECASE)
    text = re.sub(rf"\b({verbs}) {our}\b", lambda verb: f"{_OURS[verb[1]]} we", text)
    capital = rf"\b({'|'.join(verb.capitalize() for verb in _OURS)}) {our}\b"
    text = re.sub(capital, lambda verb: f"{_OURS[verb[1].lower()].capitalize()} we", text)
    opens = rf"([,:] |\b(?:want|en|maar) ){our} ({verbs})\b"
    text = re.sub(opens, lambda verb: f"{verb[1]}we {_OURS[verb[2]]}", text)
    start = rf"(?:^|(?<=[.!?] )){opening} ({verbs})\b"
    return re.sub(start, lambda verb: f"We {_OURS[verb[1]]}", text, flags=re.MULTILINE)


def called(our: str) -> str:
    """What a business calls itself in short: "zaak" of "onze zaak"."""
    return our.partition(" ")[2] or our


def _tidied(text: str, our: str, language: Language) -> str:
    """ "De offerte van ons" is "onze offerte"; "we zijn bij ons" says it twice."""
    if language == "en":
        return text
    alone = rf"ons\b(?! {re.escape(called(our))})"
    text = re.sub(rf"\b((?:we|wij)(?: \w+)?|ons) bij {alone}", r"\1", text)
    text = re.sub(rf"\bde (\w+) van {alone}", r"onze \1", text)
    return re.sub(rf"\bDe (\w+) van {alone}", r"Onze \1", text)


def capitalised(text: str, begins: tuple[str, ...]) -> str:
    """A text in which each of `begins` (slot values, mostly in lower case) has a capital where a sentence begins."""
    words = "|".join(re.escape(word) for word in sorted(set(begins), key=len, reverse=True) if word)
    if not words:
        return text
    start = re.compile(rf"(?:(?<=^)|(?<=\n\n)|(?<=[.!?:]\n)|(?<=[.!?] )|(?<=[.!?][\"”'] )|(?<=^[\"“]))(?:{words})\b")
    return start.sub(lambda match: f"{match[0][:1].upper()}{match[0][1:]}", text)


def sentence_case(text: str) -> str:
    """A text of several sentences, each with a capital."""
    return re.sub(r"(^|(?<=[.!?])\s+)(\w)", lambda match: f"{match[1]}{match[2].upper()}", text)

"""A text in the voice of an owner who works alone: "ik bel" for "wij bellen", "bij mij" for "bij ons"."""

import re

from journey.keys import Language

#: What "wij" do in the texts of the library, and what "ik" does then.
_VERBS = (
    "antwoorden:antwoord beginnen:begin begrepen:begreep begrijpen:begrijp bekijken:bekijk bellen:bel "
    "beloven:beloof beslissen:beslis bespreken:bespreek betalen:betaal bewaren:bewaar bieden:bied blijven:blijf "
    "brengen:breng dachten:dacht deden:deed dekken:dek delen:deel denken:denk doen:doe drinken:drink eten:eet "
    "gaan:ga gaven:gaf gebruiken:gebruik geven:geef gokken:gok haalden:haalde hadden:had halen:haal hangen:hang "
    "hebben:heb helpen:help hielpen:hielp "
    "hoeven:hoef hoorden:hoorde horen:hoor houden:hou kennen:ken kiezen:kies kijken:kijk komen:kom "
    "konden:kon kozen:koos kregen:kreeg krijgen:krijg kunnen:kan laten:laat leggen:leg leren:leer letten:let "
    "leveren:lever lezen:lees lopen:loop maken:maak merken:merk missen:mis moesten:moest moeten:moet mogen:mag "
    "nemen:neem noemen:noem onthouden:onthoud openen:open "
    "overleggen:overleg pakken:pak plannen:plan praten:praat raden:raad "
    "regelen:regel rekenen:reken rijden:rijd schrijven:schrijf sluiten:sluit snappen:snap spreken:spreek "
    "staan:sta starten:start steken:steek stellen:stel sturen:stuur tekenen:teken tellen:tel testen:test "
    "tonen:toon turven:turf veranderen:verander vergeten:vergeet verkopen:verkoop verschuiven:verschuif "
    "vertellen:vertel "
    "vertrekken:vertrek verwachten:verwacht verzinnen:verzin vinden:vind voegen:voeg vonden:vond vragen:vraag "
    "vroegen:vroeg wachten:wacht waren:was wensen:wens werken:werk werkten:werkte weten:weet wilden:wilde "
    "willen:wil wissen:wis zagen:zag zeggen:zeg zeiden:zei zetten:zet zien:zie zijn:ben zitten:zit zoeken:zoek "
    "zorgen:zorg zouden:zou zullen:zal"
).split()
_DUTCH = {pair.partition(":")[0]: pair.partition(":")[2] for pair in _VERBS}
_PLURALS = "|".join(_DUTCH)
_WE = re.compile(r"\b(?:we|wij)\b", re.IGNORECASE)
#: "bellen we", "we bellen", and "hoe we het rechtzetten" where the clause ends.
_WE_ACT = re.compile(
    rf"\b(?:(?P<before>{_PLURALS}) (?:we|wij)\b|(?:we|wij) (?P<after>{_PLURALS})\b"
    rf"|(?:we|wij) (?P<between>(?:(?!(?:{_PLURALS})\b)[\w']+ ){{1,7}})"
    rf"(?P<prefix>\w{{2,6}})?(?P<last>{_PLURALS})(?=[.,;:?!]|$))",
    re.IGNORECASE,
)
#: "we lezen het en bellen terug": a second verb that would be left in the plural.
_AND_ACT = re.compile(rf"\b(?:en|of) (?:{_PLURALS})\b(?! (?:we|wij)\b)", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!?])(?=\s)|(?<=\n)")
#: What takes two, or is ours in another sense.
_TOGETHER: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\b(?:samen|elkaar|allebei|allemaal|beiden?|ons (?:team|twee)|(?:de|het) onze(?! \w{3,})|z'n)\b", re.IGNORECASE
    ),
    "en": re.compile(r"\b(?:together|each other|both|all of us|team|let's|and (?:are|were))\b", re.IGNORECASE),
}
#: Neuter nouns that "ons" belongs to; before anything else it is an object.
_NEUTER = "best|adres|nummer|voorstel|contract|woord|terrein|werk|archief|eigen|vorige|laatste|nieuwe"
_ENGLISH = {
    "we're": "I'm",
    "we are": "I am",
    "are we": "am I",
    "we were": "I was",
    "were we": "was I",
    "weren't we": "wasn't I",
    "we aren't": "I'm not",
    "we weren't": "I wasn't",
    "we": "I",
    "ourselves": "myself",
    "ours": "mine",
    "our": "my",
    "us": "me",
}
_OURS = re.compile(rf"\b(?:{'|'.join(_ENGLISH)})\b(?!-)", re.IGNORECASE)


def in_one_voice(text: str, our: str, language: Language) -> str:
    """`text` with "ik" for "wij" in every sentence where that is certain; the other sentences as they are. `our` is how
    the trade is named ("ons restaurant")."""
    return "".join(_voiced(sentence, our, language) for sentence in _SENTENCES.split(text))


def _voiced(sentence: str, our: str, language: Language) -> str:
    if _TOGETHER[language].search(sentence):
        return sentence
    return _dutch(sentence, our) if language == "nl" else _OURS.sub(_english, sentence)


def _dutch(text: str, our: str) -> str:
    if _AND_ACT.search(text) or len(_WE.findall(text)) != len(_WE_ACT.findall(text)):
        return text
    text = _WE_ACT.sub(_acts, text)
    noun = re.escape(our.partition(" ")[2] or our)
    text = re.sub(rf"\b(?:onze|ons(?= (?:{noun}|{_NEUTER})\b))\b", "mijn", text)
    text = re.sub(rf"\b(?:Onze|Ons(?= (?:{noun}|{_NEUTER})\b))\b", "Mijn", text)
    return re.sub(r"\bons\b", "mij", text)


def _acts(match: re.Match[str]) -> str:
    if match["last"]:
        said = f"ik {match['between']}{match['prefix'] or ''}{_DUTCH[match['last'].lower()]}"
    elif match["before"]:
        said = f"{_DUTCH[match['before'].lower()]} ik"
    else:
        said = f"ik {_DUTCH[match['after'].lower()]}"
    return f"{said[:1].upper()}{said[1:]}" if match[0][:1].isupper() else said


def _english(match: re.Match[str]) -> str:
    said = _ENGLISH[match[0].lower()]
    return f"{said[:1].upper()}{said[1:]}" if match[0][:1].isupper() else said

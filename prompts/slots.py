"""The slots that plays and sector packs may use, with example values to check them by."""

from typing import Any

from journey.keys import Language

#: Always filled in.
REQUIRED = (
    *("business", "known_as", "our", "trade", "offer", "unit", "units"),
    *("customer", "customers", "in_place", "pain", "worry", "proof"),
    *("tally_on", "at_meeting", "at_handover", "at_work", "picture", "occasion", "partner"),
    *("instead", "result", "busy_time", "slow_time"),
)
#: Empty where the owner told nothing; a text must guard them with `{% if … %}`.
OPTIONAL = ("owner", "price", "usp", "persona", "quiet_time")

_FULL: dict[Language, dict[str, str]] = {
    "nl": {
        "business": "Bakkerij Molenzicht",
        "known_as": "Bakkerij Molenzicht",
        "our": "onze bakkerij",
        "trade": "bakkerij",
        "offer": "taarten op maat",
        "unit": "een taart",
        "units": "taarten",
        "customer": "klant",
        "customers": "klanten",
        "in_place": "in Gent",
        "pain": "Bang dat de taart niet op tijd klaar is?",
        "worry": "Hoeveel stukken zijn genoeg als iedereen komt?",
        "proof": "een lijst met allergenen die klaarligt",
        "tally_on": "in het bestelboek",
        "at_meeting": "aan de toonbank",
        "at_handover": "bij het meegeven van de taart",
        "at_work": "in het atelier",
        "picture": "een taart vlak voor ze de deur uitgaat",
        "occasion": "een verjaardag met twintig gasten",
        "partner": "de cateraar om de hoek",
        "instead": "een taart uit de supermarkt",
        "result": "een taart die heel op tafel staat",
        "busy_time": "in de weken voor de communies",
        "slow_time": "in januari",
        "owner": "Noor",
        "price": "45 euro",
        "usp": "We bakken alles zelf, met echte boter.",
        "persona": "jonge ouders",
        "quiet_time": "dinsdag",
    },
    "en": {
        "business": "Molenzicht Bakery",
        "known_as": "Molenzicht Bakery",
        "our": "our bakery",
        "trade": "bakery",
        "offer": "cakes made to order",
        "unit": "a cake",
        "units": "cakes",
        "customer": "customer",
        "customers": "customers",
        "in_place": "in Ghent",
        "pain": "Worried the cake won't be ready in time?",
        "worry": "How many slices is enough if everybody turns up?",
        "proof": "an allergen list on the counter",
        "tally_on": "in the order book",
        "at_meeting": "at the counter",
        "at_handover": "as the cake is handed over",
        "at_work": "in the bakehouse",
        "picture": "a cake just before it leaves",
        "occasion": "a birthday with twenty guests",
        "partner": "the caterer round the corner",
        "instead": "a cake from the supermarket",
        "result": "a cake that reaches the table whole",
        "busy_time": "in the weeks before Christmas",
        "slow_time": "in January",
        "owner": "Noor",
        "price": "45 euros",
        "usp": "We bake everything ourselves, with real butter.",
        "persona": "young parents",
        "quiet_time": "Tuesday",
    },
}


def sample(language: Language, *, full: bool) -> dict[str, Any]:
    """Example values of every slot; with `full` False the optional ones are empty."""
    values = dict(_FULL[language])
    if not full:
        values.update(dict.fromkeys(OPTIONAL, ""))
    return values

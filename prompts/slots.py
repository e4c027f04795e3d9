"""The slots that plays and sector packs may use, with example values to check them by."""

from typing import Any

from journey.keys import Language

#: Always filled in.
REQUIRED = (
    *("business", "our", "trade", "offer", "unit", "units"),
    *("customer", "customers", "in_place", "pain", "worry", "proof"),
)
#: Empty where the owner told nothing; a text must guard them with `{% if … %}`.
OPTIONAL = ("owner", "price", "usp", "persona", "quiet_time")

_FULL: dict[Language, dict[str, str]] = {
    "nl": {
        "business": "Bakkerij Molenzicht",
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
        "owner": "Noor",
        "price": "45 euro",
        "usp": "We bakken alles zelf, met echte boter.",
        "persona": "jonge ouders",
        "quiet_time": "dinsdag",
    },
    "en": {
        "business": "Molenzicht Bakery",
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

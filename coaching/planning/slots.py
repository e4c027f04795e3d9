"""What the texts of the library are filled in with: the owner's words, the trade's where the owner said nothing."""

import re
from collections.abc import Mapping, Sequence
from functools import reduce
from types import MappingProxyType

from coaching.planning.agreeing import agreeing
from coaching.planning.aim import aim_of
from coaching.planning.days import quiet_time
from coaching.planning.dutch import without_ge
from coaching.planning.hands import works_alone
from coaching.planning.offers import (
    as_a_noun,
    in_short,
    in_turn,
    units_of,
)
from coaching.planning.one_voice import in_one_voice
from coaching.planning.phrases import customers_question, kept_worry, phrase
from coaching.planning.posting import joined
from coaching.planning.ranking import fitting
from coaching.planning.reasons import reasons
from coaching.planning.smoothing import called, capitalised, unnamed
from coaching.planning.sold import fit, offer_of, part_of, plural_of, price_of
from coaching.planning.told import printable
from coaching.trade import customer_names
from journey.keys import Address, Language
from journey.profile import Profile, ProfileField
from journey.trades import Sector, phrases_of
from prompts.words import Words

#: Prepositions an owner may have said along with the place: those that "in" can stand for, and those it can't.
_IN = ("in ", "te ", "at ")
_BESIDE = ("rond ", "bij ", "near ", "around ", "vlakbij ", "tussen ", "between ", "buiten ", "outside ")
_EVERYWHERE = frozenset({"online", "overal", "everywhere", "internet", "webshop"})


#: Where nothing is known of how near the phrases of a trade are.
NO_RANKS: Mapping[str, float] = MappingProxyType({})


class Slots:
    """Fills in texts for one plan. Sentences of the owner are used once, what makes the business different besides in
    one message; each text that opens with a customer's worry gets another one, the told one first. Of the phrases of
    the trade those come first that are `near` to what the owner told."""

    def __init__(
        self,
        profile: Profile,
        sector: Sector,
        language: Language,
        address: Address,
        near: Mapping[str, float] = NO_RANKS,
    ) -> None:
        self._words = Words(language, address)
        self._from_afar = sector.key in _FROM_AFAR
        profile = printable(profile)
        self._alone = works_alone(profile)
        self._named = bool(profile.text(ProfileField.BUSINESS_NAME).strip())
        aim = aim_of(profile)
        part = part_of(profile, aim)
        self._fixed = _fixed(profile, sector, self._words, part)
        self._signature = profile.text(ProfileField.OWNER_NAME) or _sign(sector, self._fixed["in_place"], self._words)
        self._whole_offer = part or as_a_noun(offer_of(profile, sector, language), language)
        self._address = address
        worry = joined(profile.text(ProfileField.PERSONA_PAIN))
        question = fit(customers_question(worry, language, address), language)
        self.told_pain = question or fit(self._kept(worry), language)
        self._turning = {
            name: list(map(self._of_trade, fitting(phrases, near)))
            for name, phrases in phrases_of(sector.words(language)).items()
        }
        self._pains = [pain for pain in (question, *self._turning.pop("fear")) if pain]
        named = in_turn(self._fixed["offer"], self._fixed["units"], language)
        self._turning["offer"] = list(dict.fromkeys((*filter(None, (part,)), *named)))
        self._reasons = [self.spoken(reason) for reason in reasons(profile.text(ProfileField.USP), language)]
        self._bare = [*self._reasons[1:], *self._reasons[:1]]
        self._open = {
            "usp": next(iter(self._bare), ""),
            "price": price_of(profile, self._words),
            "owner": profile.text(ProfileField.OWNER_NAME),
            "persona": _persona(profile),
            "quiet_time": aim.day or quiet_time(profile, self._words),
        }

    def fill(self, text: str) -> str:
        """A text for customers filled in; the worry and the difference it uses are not spent yet."""
        return self._smooth(self._words.fill(self._placed(text), **self.values()))

    def message(self, text: str) -> str:
        """A message for customers, with the whole offer where that is still short enough to read, and without what
        makes the business different: that has a sentence of its own (`expected`)."""
        whole = self._whole_offer
        offer = whole if whole and len(whole.split()) <= _READABLE and "." not in whole else self._fixed["offer"]
        return self._smooth(self._words.fill(text, **{**self.values(), "offer": offer, "usp": ""}))

    def expected(self) -> str:
        """What makes the business different, said to a customer; empty where it wasn't told."""
        return self._reasoned("plan.expect", self._reasons[:1])

    def chosen_for(self) -> str:
        """The second reason told why customers choose this business, or the only one, for those who pass it on; empty
        where none was."""
        return self._reasoned("plan.chosen_for", self._reasons[1:2] or self._reasons[:1])

    def _reasoned(self, key: str, reason: list[str]) -> str:
        if not reason:
            return ""
        return self._smooth(self._words.say(key, **{**self.values(), "usp": phrase(reason[0]).rstrip("!?")}))

    def spoken(self, told: str) -> str:
        """Words of the owner as the rest of the text speaks to customers."""
        return without_ge(told, self._address) if self._words.language == "nl" else told

    def own(self, text: str, words: Words) -> str:
        """A text for the owner filled in; a business without a name is "je bakkerij" there."""
        values = self.values()
        if not self._named:
            values["business"] = words.say("plan.your_trade", trade=called(self._fixed["our"]))
        return capitalised(
            self._agreeing(words.fill(self._placed(text), **values)),
            (values["units"], values["offer"], values["business"]),
        )

    def values(self) -> dict[str, str]:
        """Every slot with its value now."""
        worry = self._pains[1 % len(self._pains)]
        turning = {name: phrases[0] for name, phrases in self._turning.items()}
        return {**self._fixed, **self._open, **turning, "pain": self._pains[0], "worry": worry}

    def spend(self, texts: Sequence[str]) -> None:
        """Marks the owner's sentences that `texts` (filled in) used: the next text gets others."""
        said = "\n".join(texts)
        introduced = (self.expected(), self.chosen_for())
        bare = reduce(lambda left, whole: left.replace(whole, ""), filter(None, introduced), said)
        self._bare = [reason for reason in self._bare if reason not in bare]
        self._open["usp"] = next(iter(self._bare), "")
        self._pains = sorted(self._pains, key=lambda pain: pain in said)
        for phrases in self._turning.values():
            phrases.sort(key=lambda phrase: phrase in said)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What makes the business different, in sentences; empty where it wasn't told or can't be said so."""
        return tuple(self._reasons)

    def _kept(self, pain: str) -> str:
        how, worry = kept_worry(pain, self._words.language)
        return self._words.say(f"plan.worry.{how}", customers=self._fixed["customers"], told=worry) if worry else ""

    def _of_trade(self, text: str) -> str:
        """A phrase of the pack, which holds no slot that a told fact fills."""
        return self._words.fill(text, **self._fixed, **_NOTHING_TOLD)

    def _placed(self, text: str) -> str:
        """A text of the library that looks for nobody where the business is, if its customers come from elsewhere."""
        return _THERE.sub(r"\1", text) if self._from_afar else text

    def _agreeing(self, text: str) -> str:
        language = self._words.language
        return agreeing(agreeing(text, self._fixed["customer"], language), self._fixed["trade"], language)

    def _smooth(self, text: str) -> str:
        our = self._fixed["our"]
        if not self._named:
            text = unnamed(text, our, self._signature, self._words.language, self._fixed["known_as"])
        if self._alone:
            text = in_one_voice(text, our, self._words.language)
            our = in_one_voice(our, our, self._words.language)
        text = self._agreeing(text)
        return capitalised(text, (our, self._fixed["units"], self._fixed["offer"]))


#: Channels that sell by themselves, and those that customers can walk up to.
_SELLS_ONLINE = frozenset({"webshop", "etsy", "bol", "amazon", "vinted", "marktplaats"})
_HAS_A_DOOR = frozenset({"shop", "market", "window", "pavement_sign", "open_day", "fair"})
#: Trades whose customers don't live where the business is, and where a text would look for them there.
_FROM_AFAR = frozenset({"hotel_camping", "campsite", "glamping"})
_PEOPLE = "iemand|niemand|mensen|wie|anderen|someone|somebody|anyone|anybody|people|others|everybody|else"
_THERE = re.compile(rf"(\b(?:{_PEOPLE})) \{{\{{ in_place \}}\}}", re.IGNORECASE)
#: Words up to which an offer may stand whole in a message.
_READABLE = 8


_NOTHING_TOLD = {
    **dict.fromkeys(("pain", "worry", "proof"), "…"),
    **dict.fromkeys(("usp", "price", "owner", "persona", "quiet_time"), ""),
}


def _sign(sector: Sector, in_place: str, words: Words) -> str:
    """What a business without a name and an owner without one sign with."""
    if sector.key == "general":
        return words.say("plan.sign")
    trade = sector.words(words.language).name
    return f"{trade[:1].upper()}{trade[1:]} {in_place}"


def _fixed(profile: Profile, sector: Sector, words: Words, part: str) -> dict[str, str]:
    pack = sector.words(words.language)
    customer, customers = customer_names(profile, sector, words)
    offer = in_short(offer_of(profile, sector, words.language), words.language, pack)
    counted = profile.goal.unit if profile.goal else ""
    return {
        "business": profile.text(ProfileField.BUSINESS_NAME).strip() or pack.our,
        "known_as": _known_as(profile) or words.say("plan.sign"),
        "our": pack.our,
        "trade": pack.name,
        "offer": offer,
        "unit": pack.unit.one,
        "units": plural_of(part, words.language) or units_of(offer, counted, words.language, pack),
        "customer": customer,
        "customers": customers,
        "in_place": in_place(profile, words),
    }


def _known_as(profile: Profile) -> str:
    """The name by which others speak of the business."""
    names = (profile.text(ProfileField.BUSINESS_NAME), profile.text(ProfileField.OWNER_NAME))
    return next((name.strip() for name in names if name.strip()), "")


def in_place(profile: Profile, words: Words) -> str:
    """Where the business is, with its preposition: "in Gent", or "in de buurt" where the owner didn't say."""
    told = profile.text(ProfileField.LOCATION).strip().rstrip(".,!")
    if told.lower().startswith(_BESIDE):
        return f"{told[:1].lower()}{told[1:]}"
    place = phrase_of_place(told)
    if _only_online(profile):
        return words.say("plan.online")
    if place and place.lower() not in _EVERYWHERE:
        return words.say("plan.in_place", place=place)
    online = profile.text(ProfileField.ON_OFFLINE) == "online" or bool(place)
    return words.say("plan.online" if online else "plan.nearby")


def _only_online(profile: Profile) -> bool:
    """Whether nobody has to come anywhere: it sells online and there is no door."""
    has = set(profile.many(ProfileField.CHANNELS_CURRENT))
    return profile.text(ProfileField.ON_OFFLINE) == "online" and bool(has & _SELLS_ONLINE) and not has & _HAS_A_DOOR


def phrase_of_place(told: str) -> str:
    """A place without the preposition that came with it."""
    place = told.strip().rstrip(".,!")
    for word in (*_IN, *_BESIDE):
        if place.lower().startswith(word):
            return place[len(word) :]
    return place


def _persona(profile: Profile) -> str:
    """The customer as a short plural noun phrase, only where the owner said it so."""
    told = phrase(profile.text(ProfileField.PERSONA_SITUATION))
    short = len(told.split()) <= 5 and not any(mark in told for mark in ",.;:!?")
    return fit(told, profile.language) if short and told.split() and told.split()[-1].endswith(("s", "en")) else ""

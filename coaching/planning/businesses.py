"""A trade whose pack speaks of people at home, for an owner who told that the customers are businesses."""

from journey.keys import Audience, PurchaseKind
from journey.profile import Profile, ProfileField
from journey.trades import Sector, SectorWords


def as_told(sector: Sector, general: Sector, profile: Profile) -> Sector:
    """The pack as it fits the customers told: what it says of people at home ("ze stoffen op zondagavond") gives way
    to what holds for anybody where only businesses are served."""
    if sector is general:
        sector = _bought_as_told(sector, profile)
    businesses = profile.told(ProfileField.AUDIENCE) and profile.audience is Audience.B2B
    if not businesses or sector.audience is Audience.B2B or sector.key == general.key:
        return sector
    return sector.model_copy(
        update={"nl": _of_anybody(sector.nl, general.nl), "en": _of_anybody(sector.en, general.en)}
    )


#: Where a business without a trade meets its customers says how they buy; nobody has a webshop who told of none.
_BOUGHT = {
    PurchaseKind.WALK_IN: {"shop", "market", "window", "pavement_sign"},
    PurchaseKind.WEBSHOP: {"webshop", "etsy", "bol", "amazon", "vinted"},
}


def _bought_as_told(sector: Sector, profile: Profile) -> Sector:
    has = set(profile.many(ProfileField.CHANNELS_CURRENT))
    told = tuple(kind for kind, channels in _BOUGHT.items() if channels & has)
    kinds = told or tuple(kind for kind in sector.purchase if kind is not PurchaseKind.WEBSHOP)
    return sector.model_copy(update={"purchase": kinds})


def _of_anybody(own: SectorWords, general: SectorWords) -> SectorWords:
    persona = ("persona", "persona_need", "persona_pain")
    examples = own.examples.model_copy(update={name: getattr(general.examples, name) for name in persona})
    return own.model_copy(
        update={
            "moments": general.moments,
            "fears": general.fears,
            "regrets": general.regrets,
            "trust": general.trust,
            "online": general.online,
            "offline": general.offline,
            "examples": examples,
        }
    )

"""The trade of a business."""

from coaching.ports import Library
from journey.profile import Profile, ProfileField
from journey.trades import Sector
from prompts.words import Words


def sector_of(profile: Profile, library: Library) -> Sector | None:
    """The pack of a business's trade, "general" where there is none for it; None while nothing is known of it, and
    then no pack is read."""
    if not profile.told(ProfileField.SECTOR) and not profile.told(ProfileField.OFFER):
        return None
    sectors = library.sectors()
    return sectors.get(profile.text(ProfileField.SECTOR), sectors["general"])


def customer_names(profile: Profile, sector: Sector, words: Words) -> tuple[str, str]:
    """What one customer and several are called: as the owner says, else as the trade does."""
    pack = sector.words(words.language)
    told = profile.text(ProfileField.CUSTOMER_WORD) if profile.told(ProfileField.CUSTOMER_WORD) else ""
    for one in (told, told.removesuffix("en"), told.removesuffix("s")):
        key = f"customer.{one.lower()}"
        if one and words.has(key):
            return one.lower(), words.say(key)
    return pack.customer.one, pack.customer.many

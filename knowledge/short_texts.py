"""The short texts of the library that are compared with what an owner says: what plays are about, and the phrases of a
trade. Their vectors are made beforehand, so that no plan has to wait for them."""

from collections.abc import Iterable

from journey.keys import LANGUAGES
from journey.plays import Play
from journey.trades import Sector, phrases_of


def short_texts(plays: Iterable[Play], sectors: Iterable[Sector]) -> list[str]:
    """Each text as it is compared, in every language."""
    packs = [sector.words(language) for sector in sectors for language in LANGUAGES]
    phrases = [phrase for pack in packs for every in phrases_of(pack).values() for phrase in every]
    return [*(play.gist(language) for play in plays for language in LANGUAGES), *phrases]

"""What an owner tells that answers nothing and fits no field, kept in their own words for whoever reads along."""

import re

from coaching.understanding.intents.questions import ASKS
from coaching.understanding.text.normalise import fold
from coaching.understanding.text.words_or_noise import gibberish
from journey.hearing import Heard, Intent
from journey.profile import Change, ProfileField, Proposal
from journey.state import Phase, State

#: Words of a sentence that tells something, and letters of one that can be read back.
_TELLS, _LONG = 5, 300
#: Said to the coach, or about the talk: not of the business.
_TO_THE_COACH = re.compile(
    r"\?|\b(?:je|jij|jou|jouw|u|uw|ge|gij|jullie|you|your|bot|chatbot|robot|vraag|vragen|question|questions|gesprek)\b"
)
#: Of the business: whom it serves, who works there, where, with what, and what comes in and goes out.
_OF_THE_BUSINESS = re.compile(
    r"\b(?:klant\w*|klandizie|gast|gasten|bezoekers?|kopers?|afnemers?|leverancier\w*|groothandel\w*|concurren\w*|"
    r"kok|koks|personeel\w*|medewerk\w*|werknemers?|collega\w*|stagiair\w*|"
    r"\w*winkel\w*|za(?:ak|ken)|bedrijf|bedrijven|bedrijfs\w*|onderneming|firma|atelier\w*|werkplaats\w*|praktijk|"
    r"salon|restaurant|café|cafe|keuken|toog|kraam|kraampje|markt|markten|beurs|etalage|pand|panden|huur|huurbaas|"
    r"huurcontract|verhuurder|verbouw\w*|oven|machines?|voorraad|stock|assortiment|producten|bestelwagen|camionette|"
    r"offertes?|factu\w*|bestel\w*|leveringen?|levertijd\w*|prijs|prijzen|omzet|winst|verkoop|verkopen|verkocht|btw|"
    r"boekhoud\w*|boekingen?|reserver\w*|opdracht\w*|projecten|werven|workshops?|cursus\w*|seizoen|openingsuren|"
    r"website|webshop|"
    r"customers?|clients?|clientele|guests?|visitors?|buyers?|suppliers?|wholesalers?|competit\w*|staff|employees?|"
    r"apprentices?|colleagues?|chef|cook|shops?|stores?|studio|workroom|premises|kitchen|landlord|rent|lease|business|"
    r"company|trade|market|stall|products?|deliver(?:y|ies)|(?<!in )orders?|quotes?|invoic\w*|prices?|turnover|"
    r"profits?|sales|sell|selling|sold|vat|bookings?|reservations?|season|opening hours)\b"
)
#: Of somebody's family or health: nobody's to read along.
_OF_A_LIFE = re.compile(
    r"\b(?:zoon|zoons|zonen|zoontjes?|dochters?|dochtertjes?|man|vrouw|vrouwtje|echtgeno\w*|kind|kinderen|kindje|kindjes|"
    r"baby|moeder|mama|vader|papa|ouders|broers?|zus|zussen|zusters?|oma|opa|grootouders|grootmoeder|grootvader|"
    r"schoon(?:moeder|vader|ouders|zoon|dochter|broer|zus)|tante|nonkel|neef|nicht|kleinkind\w*|"
    r"son|sons|daughters?|husband|wife|kids?|child|children|mum|mom|mother|dad|father|parents|brothers?|sisters?|"
    r"grand(?:ma|pa|mother|father|parents|son|daughter|children)|aunt|uncle|nephew|niece|in-laws|"
    r"ziek|ziekte|ziekenhuis|kanker|depress\w*|burn-?out|zwanger\w*|gescheiden|echtscheiding|overleden|gevangenis|"
    r"ill|illness|sick|hospital|cancer|pregnant|divorc\w*|prison|jail)\b"
)


def remarked(heard: Heard, text: str, state: State) -> Heard:
    """`heard` with `text` as a remark, where it tells of the business though nothing could be taken from it."""
    if heard.intent is not Intent.UNCLEAR or heard.facts or heard.private or state.phase is Phase.PLANNED:
        return heard
    said = " ".join(text.split())
    low = fold(said)
    if not _tells(low) or len(said) > _LONG or ASKS.match(low):
        return heard
    remark = Proposal(field=ProfileField.NOTES, value=(said,), change=Change.ADD, quote=said)
    return heard.model_copy(update={"facts": (remark,)})


def _tells(low: str) -> bool:
    """Whether folded words tell something of the business, to nobody in particular and of nobody's life."""
    of_it = _OF_THE_BUSINESS.search(low) and not _TO_THE_COACH.search(low) and not _OF_A_LIFE.search(low)
    return bool(of_it) and len(low.split()) >= _TELLS and not gibberish(low)

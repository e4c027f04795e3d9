"""A plain yes or no, and leaving a choice to the coach."""

import re

from journey.hearing import Intent

YES_EMOJI = re.compile(r"^[\s👍✅👌🙌🆗💯✔\ufe0f\U0001F3FB-\U0001F3FF]+$")
NO_EMOJI = re.compile(r"^[\s👎❌🚫\ufe0f\U0001F3FB-\U0001F3FF]+$")
_YES = re.compile(
    r"(?:ja+|jaja|jawel|jazeker|jep|yep|yes|yeah|yess+|yup|ya|zeker(?: weten)?|tuurlijk|natuurlijk|"
    r"klopt|correct|juist|inderdaad|precies|exact|exactly|akkoord|"
    r"ok|oke|okay|okee|okido|prima|goed|dat klopt|klopt helemaal|klopt allemaal|sure|of course|that's "
    r"right|that is right|right|true|zo is het|absoluut|absolutely|graag|doe maar|(?:that |it |this |all |everything )?(?:looks|sounds|seems|is) (?:right|good|fine|great|correct|ok|about right|spot on)|spot on|bang on|that's it|dat is het|zo is 't|ziet er (?:juist|prima|ok) uit|helemaal (?:juist|goed|correct|mee eens)|alles (?:juist|goed|ok)|niks (?:aan )?te veranderen|nothing to change|"
    r"is goed|'t is goed|t is goed|komt in orde|in orde|bwa ja|ja hoor|ja klopt|ja graag|ja zeker|amai "
    r"ja|ba ja|bah ja|mja|jup|joa|jow|joh|k|ja dat klopt|alles klopt|"
    r"yes please|go ahead|looks good|all good|fine|ziet er goed uit|perfect zo|agreed|definitely|ja da "
    r"klopt|da klopt|tis juist|'t is juist|helemaal|for sure|ja doe maar|sounds good|goe|tis goe)"
)
_NO = re.compile(
    r"(?:(?:dat |da )?klopt nie?|tis nie waar|nee+|neen|nope|no|nah|nein|nee hoor|nee hè|nee?j[ea]?|neu|nei|ba nee|"
    r"bah nee|bwa nee|niet echt|zeker niet|absoluut niet|helemaal niet|nee dank(?: je| u)?(?: wel)?|"
    r"not really|no thanks|"
    r"no way|nooit|never|niet|not|nee bedankt|klopt niet|dat klopt niet|da klopt ni|nog niet|not yet|"
    r"incorrect|fout|wrong|verkeerd|dat is niet juist|that's wrong|"
    r"nee liever niet|nee klopt niet|ni|nie|njet|no it isn't|neen hoor|no not really|nee dat klopt niet|tis nie juist)"
)


#: At the choice of a model: let the coach choose, which is a yes to what it recommends.
_DELEGATES = re.compile(
    r"\b(?:kies (?:jij|gij|u|je|zelf|maar|er maar)|(?:jij|gij|u) (?:mag |moogt )?kiez\w+|jouw keuze|uw keuze|"
    r"wat (?:jij|je|gij|ge|u) "
    r"(?:aanra\w+|denkt?|wilt?|best vindt?|het beste vindt?|voorstelt)|(?:die|dat|degene) (?:van jou|(?:die|dat|"
    r"wat) (?:jij|je|gij|ge|u) "
    r"(?:aanra\w+|zegt|zei|voorstelt))|(?:die|dat|deze|dit) (?:is goed|lijkt (?:me|mij) (?:goed|prima|ok))|"
    r"neem (?:die|dat)|"
    r"(?:the one )?you (?:recommend\w*|suggest\w*|choose|pick|decide|said)|your (?:choice|pick|recommendation|call)|"
    r"up to you|go with (?:that|it)|that one|maakt (?:me |mij )?niet (?:zo veel )?uit|om het even|whatever|"
    r"don't mind|beslis jij|"
    r"aanbevolen|de eerste|the first(?: one)?|take it|neem (?:hem|het|deze)|"
    r"recommended|jouw advies|jouw voorstel|(?:die|dat) dan(?: maar)?|ga (?:voor|met) (?:die|dat)|vertrouw (?:je|jou|"
    r"op jou)|eender (?:welk\w*|wat))\b"
)
_NAMES_MODEL = re.compile(
    r"\b(?:aida|stdc|see|dazzle|keenr|wux|e-?mail\w*|email4|\d|drie|vier|vijf|zeven|four|five|seven)\b"
)
_NOD = (
    r"(?:hoor|he|zo|yep|yup|jep|zeg|se|toch|zeker|voila|amai|so|tis|ist|da's|is|dat|da|het|allemaal|helemaal|echt|volgens mij|voor mij|maar|dan|ok|"
    r"that|it|is|"
    r"all|wel|super|top)"
)


def yes_or_no(plain: str) -> Intent | None:
    """Whether `plain`, a message without its politeness, is a yes or a no and no more."""
    plain = re.sub(r"[\s,!.]+", " ", plain).strip()
    plain = re.sub(r"[👍👎✅👌😊🙂😀😃😄🎉]", "", plain).strip()
    for intent, pattern in ((Intent.YES, _YES), (Intent.NO, _NO)):
        if re.fullmatch(rf"(?:{_NOD} )*{pattern.pattern}(?: (?:{pattern.pattern}|{_NOD}))*", plain):
            return intent
    return None


def leaves_it_to_coach(low: str) -> bool:
    """Whether the owner lets the coach choose."""
    return "?" not in low and bool(_DELEGATES.search(low)) and not _NAMES_MODEL.search(low)

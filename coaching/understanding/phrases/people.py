"""Words for the people a business serves."""

import re

PEOPLE_WORDS = (
    r"klant(?:en)?|client(?:en)?|doelgroep|publiek|bezoekers|gasten|patient(?:en|s)?|leerlingen|kopers|"
    r"leden|customers?|clients?|guests|"
    r"buyers|ouders|gezinnen|koppels|stellen|vrouwen|mannen|dames|heren|mama's|moeders|vaders|papa's|"
    r"kinderen|jongeren|studenten|"
    r"tieners|senioren|ouderen|bejaarden|gepensioneerden|mensen|volwassenen|ondernemers|zelfstandigen|"
    r"zzp'?ers|bedrijven|kmo'?s|mkb\w*|"
    r"particulieren|huiseigenaren|huiseigenaars|bouwheren|verbouwers|bruidsparen|toeristen|wandelaars|"
    r"fietsers|sporters|hobbyisten|"
    r"starters|startups|scholen|gemeenten|verenigingen|buurtbewoners|pendelaars|expats|forenzen|"
    r"baasjes|hondenbezitters|hondeneigenaars|"
    r"twintigers|dertigers|veertigers|vijftigers|zestigers|zeventigers|\w+plussers|parents|families|"
    r"couples|women|men|mums|moms|dads|"
    r"kids|children|students|teenagers|teens|seniors|people|adults|entrepreneurs|companies|businesses|"
    r"homeowners|brides|tourists|"
    r"retirees|pensioners|locals|professionals|freelancers|young people|zwangere|alleenstaanden|"
    r"weduwen|liefhebbers|jongens|meisjes|"
    r"werknemers|vegetariers|veganisten|lezers|gamers|muzikanten|artiesten|mama|papa|oma's|grootouders|"
    r"huurders|boeren|hr-managers|managers|zaakvoerders|aannemers|architecten|chefs|restaurants|"
    r"horecazaken|koppel|gezin|dog owners|pet owners|"
    r"makelaars|bouwbedrijven|bouwfirma's|installateurs|loodgieters|elektriciens|tandartsen|artsen|dokters|advocaten|"
    r"notarissen|boekhouders|fotografen|kappers|winkeliers|landbouwers|ziekenhuizen|overheden|festivals|"
    r"estate agents|builders|landlords|dentists|doctors|lawyers|accountants|schools|farmers|artists|weddings|"
    r"ruiters|duikers|vissers|jagers|patiënten|gelovigen|verzamelaars|collectors|kunstenaars|organisatoren|"
    r"scholieren|jongvolwassenen|rusthuizen|kantoren|winkels|hotels|cafes|pubs|takeaways|offices|retailers|bruiden|clubs|bakkers|slagers|huisartsen|"
    r"veganers|zwemmers|lopers|runners|cyclists|walkers|hikers|riders|newcomers|nieuwkomers|anderstaligen"
)
PEOPLE = re.compile(rf"\b(?:{PEOPLE_WORDS})\b")
#: Beside a bare number: it is how old they are, or how many.
COUNTED_OR_AGED = re.compile(
    rf"\b(?:(?!klant|client|customer)(?:{PEOPLE_WORDS})|aged?|in (?:their|hun|de) \d0|zijn met|met z'n|medewerk\w+|"
    r"collega's?|personeel|staff|employees|van ons|of us)\b"
)
CUSTOMERS = re.compile(
    r"\b(?:klant(?:en)?|client(?:en)?|doelgroep|publiek|bezoekers|gasten|patienten|kopers|customers?|"
    r"clients?|guests|buyers|audience)\b"
)

"""Last names, and what firms that bear one are called by: "Wolters Schilderwerken"."""

import re

from coaching.understanding.text.normalise import fold
from coaching.understanding.wordlists import load, phrases

_WORDS = load("names")
#: Common last names, folded.
SURNAMES = frozenset(fold(name) for name in phrases(_WORDS["last"]))
#: What begins as a last name does: "van de", "o'".
LIKE_SURNAME = re.compile(rf"(?:{_WORDS['like_surname']})")
#: What a firm does, as the last word of its name: "schilderwerken", "tuinen".
OF_FIRMS = re.compile(rf"(?:{_WORDS['of_firms']})")

"""Whether a run of letters is words at all, and whether words say anything."""

import re


def gibberish(low: str) -> bool:
    """Whether these are no words: hardly a vowel, or a fist on the keyboard."""
    words = re.findall(r"[a-z]+", low)
    letters = "".join(words)
    if not letters:
        return False
    strange = [
        w
        for w in words
        if len(w) > 3
        and (
            not re.search(r"[aeiouy]", w)
            or re.search(r"[bcdfghjklmnpqrstvwxz]{6}" if len(w) > 9 else r"[bcdfghjklmnpqrstvwxz]{5}", w)
            or re.search(r"asdf|qwer|zxcv|hjkl|(.)\1{3}", w)
        )
    ]
    return len(strange) * 2 > len(words)


#: The end of a list, not an answer.
_NOTHING_MORE = re.compile(
    r"(?:verder|voor de rest|anders|meer|nothing|and|en)? ?(?:niks|niets|nothing|else|that's (?:it|all)|"
    r"(?:dat|da) is (?:het|alles|'t)|meer niet|dat was het|nada)(?: meer| eigenlijk| really| else)?"
)


def is_empty(low: str) -> bool:
    """Whether nothing at all is told: these are no words, or they say that there is nothing (more) to say."""
    return gibberish(low) or says_nothing(low)


def says_nothing(low: str) -> bool:
    """Whether these words only say that there is nothing (more) to say."""
    return _NOTHING_MORE.fullmatch(low.strip(" .,!")) is not None

"""Whether a run of letters is words at all."""

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

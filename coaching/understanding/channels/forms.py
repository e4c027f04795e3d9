"""Forms of what an owner does to be seen ("a video", "phoning"), heard where they are refused or allowed after all."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.wordlists import load
from journey.channels import MAIL
from journey.keys import Form
from journey.profile import Change, ProfileField
from journey.topics import Topic

#: A clause of so few words that names a form where a reason is asked gives that form as the reason.
_BARE = 3
#: Where what an owner won't do is told of the plan to come, and not of the business or its customers.
_OF_THE_PLAN = (Topic.CHANNELS, Topic.CHANNELS_NOT, Topic.CONSTRAINTS, Topic.EMAIL, Topic.MODEL, Topic.CONFIRM)
#: Forms that aren't a channel of their own: a flyer is refused as one.
_NO_CHANNEL = frozenset({Form.VIDEO, Form.PHOTO, Form.CALL, Form.CONVERSATION, Form.REVIEW, Form.SURVEY, Form.GIFT})


class Forms:
    """Hears forms; built once from the word list."""

    def __init__(self) -> None:
        words = load("forms")
        self._forms = {Form(name): re.compile(pattern) for name, pattern in words["forms"].items()}
        self._ways = {name: re.compile(pattern) for name, pattern in words.items() if name != "forms"}

    def named(self, low: str) -> tuple[Form, ...]:
        """The forms that folded words name; writing only where nothing else that is written is named."""
        found = tuple(form for form, pattern in self._forms.items() if pattern.search(low))
        return tuple(form for form in found if form is not Form.ARTICLE) if Form.EMAIL in found else found

    def refused(self, text: Text) -> tuple[Form, ...]:
        """Forms named right after a no, or in a clause that says what the owner doesn't do, or doesn't like to."""
        clauses = [text.low_of(clause) for clause in text.clauses]
        return tuple(dict.fromkeys(form for low in clauses for form in self._refused_in(low)))

    def all_of(self, low: str) -> tuple[Form, ...]:
        """Forms of which folded words mean every one: "die mails", "all those videos"."""
        return tuple(
            dict.fromkeys(form for found in self._ways["all_of"].finditer(low) for form in self.named(found[0]))
        )

    def in_reason(self, text: Text, span: Span) -> tuple[Form, ...]:
        """Forms for which a reason against one suggestion goes: refused in it, or what the owner says no to there."""
        clauses = [text.low_of(clause) for clause in text.clauses if span.touches(clause)]
        found = [form for low in clauses for form in (*self._refused_in(low), *self._against_in(low))]
        return tuple(dict.fromkeys(found))

    def allowed(self, text: Text) -> tuple[Form, ...]:
        """Forms that are fine after all."""
        clauses = [text.low_of(clause) for clause in text.clauses]
        fine = [low for low in clauses if self._says("allowed", low) and not self._says("not_allowed", low)]
        return tuple(dict.fromkeys(form for low in fine for form in self.named(low)))

    def find(self, reading: Reading) -> list[Finding]:
        """What an owner won't do, told before there is a plan; mail as the channels that it goes by."""
        if not reading.asked(*_OF_THE_PLAN):
            return []
        return [
            _finding(clause, form)
            for clause in reading.text.clauses
            for form in self._refused_in(reading.text.low_of(clause))
            if form in _NO_CHANNEL or (form is Form.EMAIL and "mail" in reading.text.low_of(clause))
        ]

    def _refused_in(self, low: str) -> tuple[Form, ...]:
        if self._says("limited", low) or (self._says("theirs", low) and not self._says("mine", low)):
            return ()
        if any(self._says(way, low) for way in ("wont", "dislike")):
            return self.named(self._ways["that_one"].sub(" ", low))
        done = [form for no in self._ways["not_done"].finditer(low) for form in self.named(no.group())]
        after = [no.end() for way in ("denied", "again") for no in self._ways[way].finditer(low)]
        return (*done, *(form for at in after for form, name in self._forms.items() if name.match(low, at)))

    def _against_in(self, low: str) -> tuple[Form, ...]:
        if self._says("limited", low) or self._says("has_had", low):
            return ()
        mine = self._says("mine", low) and self._says("against", low)
        return self.named(low) if mine or len(low.split()) <= _BARE else ()

    def _says(self, way: str, low: str) -> bool:
        return self._ways[way].search(low) is not None


def _finding(clause: Span, form: Form) -> Finding:
    if form is Form.EMAIL:
        return Finding(ProfileField.CHANNELS_EXCLUDED, tuple(sorted(MAIL)), clause, Change.ADD, uses=(clause,))
    return Finding(ProfileField.FORMS_EXCLUDED, (form.value,), clause, Change.ADD, uses=(clause,))

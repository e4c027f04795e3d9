"""The talk in a terminal: the greeting at once, the knowledge loaded behind it."""

from collections.abc import Callable, Iterable
from string import ascii_lowercase
from threading import Timer

from app.documents import written
from app.wiring import Parts
from coaching.message import Button, Message, MessageKind
from coaching.records import Outgoing

#: Seconds until the knowledge begins to load: the prompt comes first.
_AFTER_THE_PROMPT = 0.1


def owner_key(name: str) -> str:
    """The key under which the owner of a terminal talk is kept."""
    return f"terminal:{name.strip() or 'me'}"


def talk(make: Callable[[], Parts], owner: str) -> None:
    """Talks until the input ends."""
    parts = make()
    parts.make_ready()
    key = owner_key(owner)
    left = parts.conversations.unsent(key)
    buttons = _show(left or parts.coach.take(key, Message(kind=MessageKind.COMMAND, text="/start")).outgoing, parts)
    Timer(_AFTER_THE_PROMPT, parts.warm).start()
    for line in _typed():
        if line.strip():
            buttons = _show(parts.coach.take(key, _message(line.strip(), buttons)).outgoing, parts) or buttons


def _message(line: str, buttons: dict[str, Button]) -> Message:
    if line.lower() in buttons:
        return Message(kind=MessageKind.BUTTON, text=buttons[line.lower()].payload)
    kind = MessageKind.COMMAND if line.startswith("/") else MessageKind.TEXT
    return Message(kind=kind, text=line)


def _show(outgoing: Iterable[Outgoing], parts: Parts) -> dict[str, Button]:
    """Prints replies and gives the buttons under them by letter."""
    letters: dict[str, Button] = {}
    sent: list[int] = []
    for out in outgoing:
        print(f"\n{out.reply.text}")
        for row in out.reply.buttons:
            labelled = dict(zip(ascii_lowercase[len(letters) :], row, strict=False))
            print("   " + "   ".join(f"[{letter}] {button.label}" for letter, button in labelled.items()))
            letters |= labelled
        if path := written(out, parts.settings.data_dir, parts.library.sectors):
            print(f"   → {path}")
        sent.append(out.id)
    parts.conversations.mark_sent(sent)
    return letters


def _typed() -> Iterable[str]:
    while True:
        try:
            line = input("\n> ")
        except EOFError:
            print()
            return
        yield line

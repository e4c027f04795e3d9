"""Presses shown by what stood on the button."""

from collections.abc import Iterable, Sequence

from coaching.desk.records import DeskLine
from coaching.message import Button, MessageKind

Buttons = tuple[tuple[Button, ...], ...]


def labelled(lines: Sequence[DeskLine], before: Iterable[Buttons] = ()) -> tuple[DeskLine, ...]:
    """`lines` in which a press says what stood on the button, as it was shown last; `before` are the buttons shown
    before them, in order. The payload stands where no such button was shown."""
    labels: dict[str, str] = {}
    for buttons in before:
        labels |= _labels(buttons)
    shown = []
    for line in lines:
        labels |= _labels(line.buttons)
        pressed = labels.get(line.text, line.text) if line.kind is MessageKind.BUTTON else ""
        shown.append(line.model_copy(update={"pressed": pressed}) if pressed else line)
    return tuple(shown)


def _labels(buttons: Buttons) -> dict[str, str]:
    return {button.payload: button.label for row in buttons for button in row}

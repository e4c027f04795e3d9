"""One message of a talk as it was kept."""

from datetime import datetime
from typing import Literal

from coaching.frozen import Frozen
from coaching.message import MessageKind


class Line(Frozen):
    """What is known of a message wherever it is shown. `sender` "coach" is the bot, or the human coach with the code
    `by`; `media` the kind of medium it came as, `document` the name of the file that came with it ("" for none)."""

    number: int
    at: datetime
    sender: Literal["owner", "coach"]
    by: str = ""
    kind: MessageKind
    text: str
    media: str = ""
    document: str = ""

"""Who works at the desk: coaches with their agency and role."""

import re
from datetime import datetime
from enum import StrEnum

from coaching.frozen import Frozen
from journey.keys import Language

#: The agency of whoever has no other.
MAIN_AGENCY = "main"
#: What the code of a coach looks like: a link carries it, and `-` alone means nobody.
CODE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]{0,63}")
#: Stands for the operator at the command line where coaches are named by code; no coach has such a code.
COMMAND_LINE = "@operator"


class Role(StrEnum):
    """What a coach may do: a lead also assigns, deletes and sees to the coaches, an operator also to the settings."""

    COACH = "coach"
    LEAD = "lead"
    OPERATOR = "operator"


class Reader(Frozen):
    """A coach who is logged in. Nothing outside their `agency` can be read, counted, searched or changed: it answers
    as if it didn't exist."""

    agency: str
    code: str
    name: str
    role: Role = Role.COACH
    language: Language = "nl"

    @property
    def leads(self) -> bool:
        """Whether they may assign, delete, and see to the coaches."""
        return self.role in (Role.LEAD, Role.OPERATOR)

    @property
    def operates(self) -> bool:
        """Whether they may see the settings."""
        return self.role is Role.OPERATOR


class Account(Frozen):
    """A coach's account. `password` is an argon2 hash, empty before the invitation is taken; `generation` rises with
    each change that must end every session (password, role, active). `invited` is until when the open invitation
    holds."""

    reader: Reader
    active: bool = True
    password: str = ""
    generation: int = 0
    invited: datetime | None = None

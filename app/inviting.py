"""Coaches invited from the command line: the first of all has nobody else to invite them."""

import re
import unicodedata

from app.settings import Settings
from app.wiring import Parts
from coaching.desk.ports import Staff
from coaching.desk.records import Act
from coaching.desk.staff import COMMAND_LINE, Reader, Role
from console.invitations import invited
from journey.errors import CoachError
from prompts.words import Words


def code_from(name: str) -> str:
    """A code made from a name: small letters, digits and dashes; empty where the name has none of these."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64]


def invitation_for(parts: Parts, name: str, code: str, role: str, agency: str) -> str:
    """What to tell the operator, with the link in it. CoachError "coaches.role" where there is no such role,
    "coaches.taken" where the code is another agency's."""
    if role and role not in set(Role):
        raise CoachError("coaches.role", role=role)
    if agency not in {key for key, _ in parts.agencies.all()}:
        parts.agencies.add(agency, agency)
    given = Role(role) if role else _role(parts.staff, code, agency)
    link = invited(parts.staff, agency, code, name, given, address_of(parts.settings))
    if not link:
        raise CoachError("coaches.taken", code=code)
    _entered(parts, agency, code, "invited")
    words = Words(parts.settings.coach_language)
    return words.say("console.added", name=name, code=code, role=words.say(f"console.role.{given}").lower(), link=link)


def removed(parts: Parts, code: str) -> bool:
    """No such coach any more, as the audit log knows; False where there was none."""
    account = parts.staff.account(code)
    if account is None or not parts.coaches.remove(code):
        return False
    _entered(parts, account.reader.agency, code, "removed")
    return True


def address_of(settings: Settings) -> str:
    """Where coaches reach the console."""
    return settings.console_url or f"http://{settings.console_host}:{settings.console_port}"


def _entered(parts: Parts, agency: str, code: str, what: str) -> None:
    operator = Reader(agency=agency, code=COMMAND_LINE, name="")
    parts.audit.add(operator, Act.COACH_CHANGED, detail=f"{code} {what}")


def _role(staff: Staff, code: str, agency: str) -> Role:
    """The role of a coach who was invited before; else operator where nobody of the agency is one, as somebody must be
    the first. Coaches who never got a link don't count: nobody signs in as them."""
    anybody = Reader(agency=agency, code="", name="")
    there = [account for account in staff.all(anybody) if account.active and (account.password or account.invited)]
    roles = {account.reader.code: account.reader.role for account in there}
    return roles.get(code, Role.COACH if Role.OPERATOR in roles.values() else Role.OPERATOR)

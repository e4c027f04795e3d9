"""One-time links by which a coach chooses a password."""

import secrets
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from coaching.desk.ports import Staff
from coaching.desk.staff import Role

#: How long a link holds.
HOLDS = timedelta(days=7)


def invited(staff: Staff, agency: str, code: str, name: str, role: Role, url: str) -> str:
    """The link for a coach, who is added where there is no such; empty where the code is another agency's."""
    token = secrets.token_urlsafe(32)
    if not staff.invite(agency, code, name, role, kept(token), datetime.now(UTC) + HOLDS):
        return ""
    return f"{url.rstrip('/')}/welcome/{token}"


def kept(token: str) -> str:
    """What is kept of a link's token."""
    return sha256(token.encode()).hexdigest()

"""Names of exported files."""

import re
import unicodedata

from journey.plan import Plan


def file_name(plan: Plan, version: int, ending: str = "md") -> str:
    """A file name from the plan's title, safe on every system."""
    plain = unicodedata.normalize("NFKD", plan.title).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60] or "plan"
    return f"{slug}-v{version}.{ending}"

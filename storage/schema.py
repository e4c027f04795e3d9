"""The schema and its migrations (Alembic). Revisions are numbered, so that a newer one is seen to be newer."""

from pathlib import Path

from sqlalchemy import Engine, text

#: The revision this program works with.
HEAD = "0008"

#: Any number that no other program takes: workers that start together bring the schema up to date one by one.
_TURNSTILE = 7_204_001


def upgrade(engine: Engine) -> None:
    """Bring the database to HEAD."""
    from alembic import command  # slow to import, and needed only where the schema changes
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.execution_options(writes=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _TURNSTILE})
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)

"""The schema and its migrations (Alembic). Revisions are numbered, so that a newer one is seen to be newer."""

from pathlib import Path

from sqlalchemy import Engine

#: The revision this program works with.
HEAD = "0001"


def upgrade(engine: Engine) -> None:
    """Bring the database to HEAD."""
    from alembic import command  # slow to import, and needed only where the schema changes
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)

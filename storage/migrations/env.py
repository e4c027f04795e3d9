"""Alembic runs this: migrations over the connection it is handed."""

from alembic import context

from storage.desk import tables as desk_tables  # noqa: F401  known to the metadata once it is imported
from storage.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()

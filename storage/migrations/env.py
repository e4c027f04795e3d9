"""Alembic runs this: migrations over the connection it is handed."""

from alembic import context

from storage.desk import partial_indexes  # noqa: F401  known to the metadata, with the desk's tables, once imported
from storage.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()

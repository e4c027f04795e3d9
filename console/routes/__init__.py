"""The pages and forms: each reads what was asked, calls the desk, and shows what came of it."""

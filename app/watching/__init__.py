"""Watching a bot that runs: logs, metrics and health."""

"""Amounts of money: prices and budgets."""

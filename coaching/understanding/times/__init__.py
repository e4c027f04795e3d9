"""Hours, days, months and seasons."""

"""The console measured at the size of a country."""

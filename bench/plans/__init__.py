"""Plans measured: whole, faultless, in the hours and the money, and this owner's alone."""

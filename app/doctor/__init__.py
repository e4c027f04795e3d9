"""`journey-coach doctor`: is every part well, and if not, how is it mended."""

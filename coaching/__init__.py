"""What the coach does: one message in, a reply out. Talks to the world through the ports only."""

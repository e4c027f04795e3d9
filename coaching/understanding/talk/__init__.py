"""How the talk goes: which question is meant, je or u, in which language, by which model."""

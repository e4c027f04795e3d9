"""Every word the program says: texts per language, prompts to a language model, templates of plans."""

"""Free answers to a question, the open one or another, told by their words and by their meaning."""

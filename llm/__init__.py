"""The language model of the operator's choice, by LangChain: asked within a deadline and a budget, never relied on."""

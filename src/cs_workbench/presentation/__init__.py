"""Facts in, text, tone and columns out. Pure functions, no Textual, tested as tables."""

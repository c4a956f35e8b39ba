"""The first schema, in parts: frozen as it was released."""

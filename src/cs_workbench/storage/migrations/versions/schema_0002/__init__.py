"""The second schema, in parts: frozen as it was released."""

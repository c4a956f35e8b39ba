"""The schemas in order. A released script never changes."""

"""Reads of billing: its duties for the queue (`duties`), its part of the standing (`standing`)."""

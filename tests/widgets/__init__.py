"""Widgets alone in a small application: what they show, draw and say."""

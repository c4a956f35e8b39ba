"""Readers of the world outside, each on files that its tests make themselves."""

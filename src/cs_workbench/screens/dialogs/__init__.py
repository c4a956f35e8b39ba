"""Small windows over a screen: the outcome of a call, a form, one line of input, a text to read."""

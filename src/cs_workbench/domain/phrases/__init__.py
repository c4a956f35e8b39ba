"""The phrase line: what a manager types in Russian, read as an action with its inputs (processes 2.21).

`reading.py` is what comes of it, `reader.py` the way there. It knows no action by name but the note that everything
else becomes: phrases and the kinds of inputs are the actions' own declarations.
"""

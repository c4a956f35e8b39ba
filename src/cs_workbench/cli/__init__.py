"""The command line: how programs, tests and a person without the screens talk to the workbench. One module a group of
commands.
"""

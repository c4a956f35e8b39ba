"""The exceptions to the lints, by the lint's sentence, each with its reason.

One that covers nothing any more fails a test.
"""

from tests.architecture.source import Allowed

ALLOWED: dict[str, tuple[Allowed, ...]] = {
    "Imports stand at the top of a module": (
        Allowed(
            "src/cs_workbench/workbench.py",
            "*",
            "the deferred start: compiled text reads the first screen, the domain comes in a thread behind",
        ),
        Allowed(
            "src/cs_workbench/__main__.py",
            "*",
            "nothing is imported before collecting is off",
        ),
        Allowed(
            "src/cs_workbench/app.py",
            "cs_workbench.screens.*",
            "the other screens come with the domain, in a thread behind the first frame, the first start where it is",
        ),
        Allowed("src/cs_workbench/settings.py", "tomllib", "most starts have no file of settings to read"),
        Allowed(
            "src/cs_workbench/cli/*",
            "*",
            "a command loads only what it needs: `today` answers before Textual or the domain are imported",
        ),
        Allowed(
            "src/cs_workbench/kernel/phone.py",
            "phonenumbers",
            "its tables load slowly, and only a telephone number that is typed or imported needs them",
        ),
        Allowed(
            "src/cs_workbench/connectors/calendar_files.py",
            "holidays",
            "it loads slowly, and only the writing of a year's file needs it",
        ),
    ),
    "The domain writes no SQL text and no bulk statement: the journal would not see them": (
        Allowed(
            "src/cs_workbench/domain/*/records*",
            "sqlalchemy.text",
            "the condition of a partial index is part of the schema and is never run as a statement",
        ),
        Allowed(
            "src/cs_workbench/domain/billing/records/agreed.py",
            "sqlalchemy.insert",
            "a reference table of months is filled when it is made, before there is a journal",
        ),
    ),
    "Nothing catches every exception, but the one door to the user": (
        Allowed("src/cs_workbench/app.py", "Exception", "the one door of the screens"),
        Allowed("src/cs_workbench/cli/answers.py", "Exception", "the one door of the command line"),
    ),
    "A function has at most 40 lines": (
        Allowed(
            "src/cs_workbench/storage/migrations/versions/*",
            "*",
            "a frozen list of a table's columns, written once by the release and never changed",
        ),
    ),
    "A float never holds money": (
        Allowed(
            "src/cs_workbench/storage/rank.py",
            "_money",
            "the term M of the score is a number of points, reckoned from money but holding none",
        ),
    ),
}

"""Small windows over a screen: the outcome of a call, a form, one line of input, a text to read.

Each is imported when it is first asked for here: the first frame shows none of them.
"""

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cs_workbench.screens.dialogs.bank import BankDialog as BankDialog
    from cs_workbench.screens.dialogs.call import CallDialog as CallDialog
    from cs_workbench.screens.dialogs.choice import ChoiceDialog as ChoiceDialog
    from cs_workbench.screens.dialogs.confirm import ConfirmDialog as ConfirmDialog
    from cs_workbench.screens.dialogs.find import FindDialog as FindDialog
    from cs_workbench.screens.dialogs.form import FormDialog as FormDialog
    from cs_workbench.screens.dialogs.line import LineDialog as LineDialog
    from cs_workbench.screens.dialogs.mapping import MappingDialog as MappingDialog
    from cs_workbench.screens.dialogs.paste import PasteDialog as PasteDialog
    from cs_workbench.screens.dialogs.path import PathDialog as PathDialog
    from cs_workbench.screens.dialogs.phrase import PhraseDialog as PhraseDialog
    from cs_workbench.screens.dialogs.places import PlacesDialog as PlacesDialog
    from cs_workbench.screens.dialogs.register import RegisterDialog as RegisterDialog
    from cs_workbench.screens.dialogs.report import ReportDialog as ReportDialog
    from cs_workbench.screens.dialogs.save import SaveDialog as SaveDialog
    from cs_workbench.screens.dialogs.search import SearchDialog as SearchDialog
    from cs_workbench.screens.dialogs.text import TextDialog as TextDialog


def __getattr__(name: str) -> Any:
    """`LineDialog` of the module `line`."""
    module, _, rest = name.partition("Dialog")
    if not module.isalpha() or rest:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{module.lower()}"), name)


def load_all() -> None:
    """Import every one of them, behind the first frame, so that none keeps its first key waiting."""
    for module in iter_modules(__path__, f"{__name__}."):
        import_module(module.name)

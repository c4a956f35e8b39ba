"""Actions of the clients area (rows 1, 6.1, 20.1): a client's card, its people, what was said and signed."""

from cs_workbench.domain.clients.actions.card import AddClient, EditClient
from cs_workbench.domain.clients.actions.people import AddColleague, AddContact, EditContact
from cs_workbench.domain.clients.actions.said import AddNote, LogTalk, SignContract
from cs_workbench.kernel.action import Action

ACTIONS: tuple[type[Action], ...] = (
    AddClient,
    EditClient,
    AddContact,
    EditContact,
    AddColleague,
    AddNote,
    LogTalk,
    SignContract,
)

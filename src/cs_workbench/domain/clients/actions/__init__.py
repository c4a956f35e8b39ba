"""Actions of the clients area (rows 1, 6.1, 20.1): a client's card, its people, what was said and signed; what it has
and needs, who answers for it; two clients who are one.
"""

from cs_workbench.domain.clients.actions.assets import (
    AddAsset,
    AddLane,
    ReplaceAsset,
    SetAssetState,
    VerifyAsset,
    WarrantyTold,
)
from cs_workbench.domain.clients.actions.card import AddClient, EditClient
from cs_workbench.domain.clients.actions.imports import ImportAssets, ImportClients
from cs_workbench.domain.clients.actions.managers import AssignManager, ReleaseAll, ReleaseManager
from cs_workbench.domain.clients.actions.merging import MergeClients
from cs_workbench.domain.clients.actions.needs import NeedsNotNeeded, RecordNeeds
from cs_workbench.domain.clients.actions.people import AddColleague, AddContact, EditContact
from cs_workbench.domain.clients.actions.said import AddNote, LogTalk, SignContract
from cs_workbench.domain.clients.actions.sites import AddSite, SetReadiness
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
    AddSite,
    SetReadiness,
    AddAsset,
    AddLane,
    VerifyAsset,
    ReplaceAsset,
    SetAssetState,
    WarrantyTold,
    RecordNeeds,
    NeedsNotNeeded,
    AssignManager,
    ReleaseManager,
    ReleaseAll,
    MergeClients,
    ImportClients,
    ImportAssets,
)

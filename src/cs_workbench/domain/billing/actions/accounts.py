"""Our own bank accounts: a statement of any other account is not loaded (row 8.3)."""

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing.records import OwnAccount
from cs_workbench.kernel.action import Action, Facts, Outcome
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Account, Bik, Inn, Line
from cs_workbench.kernel.identifiers import check_account
from cs_workbench.storage.unit import Work


class AddOwnAccount(Action):
    """An account of ours; with the BIK its key is checked."""

    facts = Facts("billing.add_own_account", "Добавить наш счёт", ("8.3",), phrases=("наш счёт",))

    account: Account
    bik: Bik | None = None
    bank: Line | None = None
    org: Line | None = None
    inn: Inn | None = None

    def apply(self, work: Work) -> Outcome:
        if self.bik is not None:
            try:
                check_account(self.account, self.bik)
            except Refusal as refusal:
                raise refusal.at("account") from refusal
        known = work.first(select(OwnAccount).where(col(OwnAccount.account) == self.account))
        if known is not None:
            where = f", {known.bank}" if known.bank else ""
            raise Refusal("duplicate", f"Счёт {self.account} уже записан{where}.", "account")
        work.add(OwnAccount(**self.model_dump(exclude={"confirm"})))
        return Outcome(f"Наш счёт {self.account} записан: его выписки можно загружать.")


ACCOUNTS: tuple[type[Action], ...] = (AddOwnAccount,)

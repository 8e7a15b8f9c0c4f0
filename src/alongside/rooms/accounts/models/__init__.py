from alongside.rooms.accounts.models.account import Account, Role
from alongside.rooms.accounts.models.authored import Authored
from alongside.rooms.accounts.models.organisation import Organisation

__all__ = ["Account", "Authored", "Organisation", "Role"]

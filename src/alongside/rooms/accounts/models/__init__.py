from alongside.rooms.accounts.models.account import Account, Role
from alongside.rooms.accounts.models.authored import Authored, AuthoredByThemToo
from alongside.rooms.accounts.models.device_key import DeviceKey
from alongside.rooms.accounts.models.organisation import Organisation
from alongside.rooms.accounts.models.saved_form import SavedForm

__all__ = ["Account", "Authored", "AuthoredByThemToo", "DeviceKey", "Organisation", "Role", "SavedForm"]

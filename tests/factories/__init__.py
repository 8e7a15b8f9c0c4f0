"""A factory for every model. Everyone in them is invented."""

from tests.factories.everyday import *  # noqa: F403
from tests.factories.rights import *  # noqa: F403
from tests.factories.sharing import *  # noqa: F403
from tests.factories.sign_in import *  # noqa: F403

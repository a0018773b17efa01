"""Which roles need a second factor; read from the environment before the tables are known."""

from tamiz.casework.people import Role
from tamiz.errors import UsageError

# Everybody: OWASP ASVS 5.0 asks it of all from level 2 on (6.3.3), and an officer alone already
# decides on people. A unit that wants fewer names them.
DEFAULT = tuple(role for role in Role if role not in {Role.ENGINE, Role.FORM})
NOBODY = "none"  # has to be said: an empty setting means the default


def factor_roles(told: str) -> frozenset[Role]:
    """The roles in ``told``, their names with commas between them; empty means ``DEFAULT``.

    Raises:
        UsageError: there is no such role.
    """
    names = [one.strip() for one in told.split(",") if one.strip()]
    if names == [NOBODY]:
        return frozenset()
    if unknown := sorted(set(names) - {role.value for role in Role}):
        raise UsageError(
            f"TAMIZ_SECOND_FACTOR: {', '.join(unknown)} is no role; expected {NOBODY}, or any of "
            f"{', '.join(role.value for role in Role)} with commas between them"
        )
    return frozenset(map(Role, names)) or frozenset(DEFAULT)

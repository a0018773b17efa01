"""Every error that Tamiz raises on purpose.

TamizError
├── InputError            a file that was brought in cannot be used as it is
│   ├── LimitExceeded     it is larger, deeper or longer than a limit in ``intake/limits.py``
│   └── ChipDataError     a file of a chip, or a trust anchor, is malformed or beyond a limit
├── ListError             a watchlist cannot be fetched, parsed or trusted
│   └── ListRefused       it arrived, but replaces the one in use only when a person confirms
├── IndexFileError        an index file is damaged, foreign or of another format version
├── PaperError            a document for people cannot be set, or may not be given yet
├── PolicyError           a policy file says what it may not say, or says it wrongly
└── UsageError            a command was asked for something that cannot be

A message says what, where, found, expected and what to do. It carries identifiers, never
personal data.
"""


class TamizError(Exception):
    """The base of every error that Tamiz raises on purpose."""


class InputError(TamizError):
    """A file that was brought in cannot be used as it is."""


class LimitExceeded(InputError):
    """The input is larger, deeper or longer than Tamiz is willing to read."""

    def __init__(self, what: str, *, allowed: int, found: int | str, where: str = "") -> None:
        at = f" at {where}" if where else ""
        super().__init__(
            f"{what}{at}: found {found}, at most {allowed} allowed; "
            "split the file, or correct it if it should not be this large",
        )
        self.what = what
        self.allowed = allowed
        self.found = found


class ChipDataError(InputError):
    """A file of a chip, or a trust anchor, is malformed or beyond a limit.

    ``position`` counts bytes from the start of the file ``what``; where an outer layer had to be
    opened first (base64, an octet string), from the start of what was inside.
    """

    def __init__(self, what: str, position: int, problem: str) -> None:
        self.what = what
        self.position = position
        self.problem = problem[:300]  # outside bytes may be told in it
        super().__init__(f"{what}, byte {position}: {self.problem}")


class ListError(TamizError):
    """A watchlist cannot be fetched, parsed or trusted."""


class ListRefused(ListError):
    """A list arrived but replaces the one in use only after a person confirms it."""


class IndexFileError(TamizError):
    """An index file is damaged, foreign or of another format version; rebuild it."""


class PaperError(TamizError):
    """A document for people cannot be set, or may not be given yet."""


class CaseworkError(TamizError):
    """A rule of casework refuses what somebody wants to do with a case.

    ``code`` names the sentence in ``tamiz.wording`` and ``gaps`` fills it, so that it can be told
    in the reader's language; the message is the English one.
    """

    def __init__(self, message: str, *, code: str, gaps: dict[str, str]) -> None:
        super().__init__(message)
        self.code = code
        self.gaps = gaps


class NotAllowed(CaseworkError):
    """Role, compartment or the rule of four eyes forbids it."""


class CaseConflict(CaseworkError):
    """The case is not, or no longer, in the state that the act needs."""


class HurriedVerdict(CaseworkError):
    """A verdict came before anything was read; it is asked for again, once."""


class JournalError(TamizError):
    """An entry of the journal cannot be made, opened or read."""


class PolicyError(TamizError):
    """A policy file says what it may not say, or says it wrongly."""


class UsageError(TamizError):
    """A command was asked for something that cannot be."""

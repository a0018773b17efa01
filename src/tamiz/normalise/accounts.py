"""The name that somebody gives an account, whatever the service: a mailbox, a messenger, a network.

People take one name with them from service to service, and write it with dots here and without there.
"""

from collections.abc import Iterable

from tamiz.normalise.contacts import email_key, handle_key

SHORTEST = 8  # letters and digits: shorter names are taken by many
LEFT = 6  # letters that must be left of it without its holder's own name, or it is that name
SHORTEST_WORD = 3  # letters of a name's word that is looked for in it
# What mailboxes of offices are called.
_OF_OFFICES = frozenset(
    "contacto contacts reception recepcion secretary secretaria secretariat marketing postmaster "
    "webmaster recruitment recruiting reclutamiento volunteer volunteers voluntarios customerservice "
    "administration administracion informacion information".split(),
)


def account_name(text: str) -> str:
    """The letters and digits of a mailbox or account; empty if it is short, or an office's.

    >>> account_name("Chacal.Prieto-84@gmail.com"), account_name("@chacal_prieto84"), account_name("@luna")
    ('chacalprieto84', 'chacalprieto84', '')
    """
    local = email_key(text).rpartition("@")[0] if "@" in text.strip()[1:] else handle_key(text)
    name = local if local.isalnum() else "".join(filter(str.isalnum, local))
    return "" if len(name) < SHORTEST or name in _OF_OFFICES else name


def is_of_names(account: str, words: Iterable[str]) -> bool:
    """Whether an account's name is hardly more than words of its holder's name: those are others', too.

    >>> is_of_names("agarcialopez84", ("ana", "garcia", "lopez")), is_of_names("chacalprieto", ("ana",))
    (True, False)
    """
    left = account if account.isalpha() else "".join(filter(str.isalpha, account))
    for word in sorted(words, key=lambda one: (-len(one), one)):  # a set has no order of its own
        if len(word) >= SHORTEST_WORD:
            left = left.replace(word, "", 1)
    return len(left) < LEFT

"""The name field of a zone: two identifiers of words between fillers (Doc 9303-3, 4.6)."""


def identifiers(field: str) -> tuple[str, str]:
    """The primary and the secondary identifier; either may be empty.

    A field that starts with two fillers has no primary identifier.

    >>> identifiers("VAN<DER<MUELLEN<<MARTIN<<<<<<<"), identifiers("ARKFREITH<<<<")
    (('VAN DER MUELLEN', 'MARTIN'), ('ARKFREITH', ''))
    >>> identifiers("<<MARIA<<<")
    ('', 'MARIA')
    """
    primary, _, secondary = field.partition("<<")
    return spaced(primary), spaced(secondary)


def spaced(field: str) -> str:
    """What stands between fillers, with single spaces between.

    >>> spaced("<17331334P<<<"), spaced("121282<88882<<<")
    ('17331334P', '121282 88882')
    """
    bare = field.strip("<")
    return " ".join(bare.replace("<", " ").split()) if "<" in bare else bare

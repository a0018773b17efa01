"""Texts from outside as a column can hold them: PostgreSQL takes no NUL, and columns have an end."""

NUL, SHOWN = "\x00", "\N{SYMBOL FOR NULL}"


def column(text: str, most: int) -> str:
    """The text with ␀ for NUL, cut to ``most`` signs. The journal keeps it as it came."""
    return text.replace(NUL, SHOWN)[:most]


def column_of(value: object) -> object:
    """The same for every text within a value of JSON."""
    if isinstance(value, str):
        return value.replace(NUL, SHOWN)
    if isinstance(value, dict):
        return {str(column_of(key)): column_of(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [column_of(one) for one in value]
    return value

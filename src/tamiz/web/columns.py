"""What comes from outside as a column can hold it: PostgreSQL takes no NUL, and columns have an end."""

NUL, SHOWN = "\x00", "\N{SYMBOL FOR NULL}"
DIGITS = 18  # of a number that every database can hold


def number(text: str) -> int:
    """The number of a row; 0, which no row has, for what can be none."""
    return int(text) if text.isdecimal() and len(text) <= DIGITS else 0


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

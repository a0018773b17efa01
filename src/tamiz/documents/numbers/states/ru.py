"""Russia: INN of a person. Tax office (4), serial (6), two check digits.

The office is where the number was given, or where its bearer later moved: it says nothing here.
"""

import re

from stdnum.ru.inn import calc_personal_check_digits

from tamiz.documents.numbers.reading import Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, check, rules


def _read(match: re.Match[str]) -> Says:
    return Says(check_digit=check(calc_personal_check_digits(match[0]), match[0][10:]))


SCHEME: Scheme = Scheme(
    key="ru_inn",
    state="ru",
    name="INN",
    pattern=re.compile(r"\d{12}"),
    read=_read,
    rules=rules(DOCUMENTED, "python-stdnum 2.2 stdnum.ru.inn", Part.SHAPE, Part.CHECK_DIGIT),
)

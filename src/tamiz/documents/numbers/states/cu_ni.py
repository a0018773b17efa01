"""Cuba: número de identidad. YYMMDD, century (1 digit), serial with the sex in its last digit.

The check digit's rule is not public.
"""

import re

from tamiz.documents.numbers.days import day
from tamiz.documents.numbers.reading import Fault, Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, rules
from tamiz.model import Sex

_CENTURIES = {**dict.fromkeys("012345", 1900), **dict.fromkeys("678", 2000), "9": 1800}


def _read(match: re.Match[str]) -> Says:
    key = match[0]
    dates = day(_CENTURIES[key[6]] + int(key[:2]), int(key[2:4]), int(key[4:6]))
    return Says(
        birth_dates=dates,
        sex=Sex.FEMALE if int(key[9]) % 2 else Sex.MALE,
        fault=Fault.NONE if dates else Fault.DATE,
    )


SCHEME: Scheme = Scheme(
    key="cu_ni",
    state="cu",
    name="Número de identidad",
    pattern=re.compile(r"\d{11}"),
    read=_read,
    rules=rules(
        DOCUMENTED, "python-stdnum 2.2 stdnum.cu.ni", Part.SHAPE, Part.BIRTH_DATE, Part.SEX
    ),
)

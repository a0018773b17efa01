"""Dominican Republic: cédula. Office of issue (3), serial (7), check digit (Luhn).

Some hundred genuine cédulas of old do not fit the check digit (python-stdnum lists them); no
public source for the table of offices was found, so that the first digits say nothing here.
"""

import re

from stdnum.do.cedula import whitelist
from stdnum.luhn import checksum

from tamiz.documents.numbers.reading import CheckDigit, Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, rules


def _read(match: re.Match[str]) -> Says:
    if match[0] in whitelist:
        return Says()
    return Says(check_digit=CheckDigit.WRONG if checksum(match[0]) else CheckDigit.RIGHT)


SCHEME: Scheme = Scheme(
    key="do_cedula",
    state="do",
    name="Cédula",
    pattern=re.compile(r"\d{11}"),
    read=_read,
    rules=rules(DOCUMENTED, "python-stdnum 2.2 stdnum.do.cedula", Part.SHAPE, Part.CHECK_DIGIT),
)

"""Georgia: personal number of eleven digits.

No check digit is public. The first two digits go with a place of registration (01 Tbilisi), but
no table with a source was found, so that they say nothing here.
"""

import re

from tamiz.documents.numbers.reading import Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, rules

SCHEME: Scheme = Scheme(
    key="ge_personal",
    state="ge",
    name="Personal number",
    pattern=re.compile(r"\d{11}"),
    read=lambda _: Says(),
    rules=rules(DOCUMENTED, "idnumbers 1.22 GEO", Part.SHAPE),
)

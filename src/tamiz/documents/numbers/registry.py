"""Every kind of personal number that is read here, and the reading of a text as one of them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

import msgspec

from tamiz.documents.numbers.reading import CheckDigit, Fault, NumberReading, Says
from tamiz.documents.numbers.scheme import Scheme
from tamiz.documents.numbers.states import (
    ar,
    bg,
    bo_ci,
    br_cpf,
    by_personal,
    cl,
    co,
    cr_cedula,
    cu_ni,
    do_cedula,
    ec_cedula,
    ee,
    es,
    ge,
    gt_cui,
    hn_dni,
    lt,
    lv,
    md,
    mx_curp,
    mx_rfc,
    ni_cedula,
    pa_cedula,
    pe,
    pl_pesel,
    py,
    ro_cnp,
    ru,
    sv_dui,
    sv_nit,
    ua,
    uy,
    ve,
)
from tamiz.model import Identifier, IdentifierKind, PartialDate
from tamiz.normalise.identifiers import LONGEST, identifier_key

# Of a state's schemes the first that fits is taken: the more telling ones stand first.
SCHEMES: tuple[Scheme, ...] = (
    mx_curp.SCHEME,
    mx_rfc.SCHEME,
    sv_nit.SCHEME,
    sv_dui.SCHEME,
    gt_cui.SCHEME,
    hn_dni.SCHEME,
    ni_cedula.SCHEME,
    pa_cedula.SCHEME,
    cr_cedula.SCHEME,
    cu_ni.SCHEME,
    do_cedula.SCHEME,
    co.SCHEME,
    co.CARD,
    ve.SCHEME,
    ve.RIF,
    ec_cedula.SCHEME,
    pe.SCHEME,
    bo_ci.SCHEME,
    cl.SCHEME,
    ar.SCHEME,
    ar.DNI,
    uy.SCHEME,
    py.RUC,
    py.SCHEME,
    br_cpf.SCHEME,
    es.SCHEME,
    es.NIE,
    ua.SCHEME,
    ua.UNZR,
    ua.EDRPOU,
    by_personal.SCHEME,
    pl_pesel.SCHEME,
    ro_cnp.SCHEME,
    bg.SCHEME,
    bg.FOREIGNERS,
    ee.SCHEME,
    lt.SCHEME,
    lv.SCHEME,
    md.SCHEME,
    ge.SCHEME,
    ru.SCHEME,
)

# Documents whose numbers are the document's own, not the person's.
_OF_DOCUMENTS = frozenset({
    IdentifierKind.PASSPORT, IdentifierKind.DRIVING, IdentifierKind.MILITARY,
    IdentifierKind.REGISTER,
})  # fmt: skip
# Names of numbers that one state alone gives, as the readers of lists write them in ``scheme``.
_NAMED = {
    "curp": "mx_curp",
    "rfc": "mx_rfc",
    "cnp": "ro_cnp",
    "nie": "es_nie",
    "cuit": "ar_cuil",
    "rif": "ve_rif",
}
_PLAIN, _HYPHENED = False, True
_GAPS = re.compile(r"[\s.\u2010-\u2015-]+")  # spaces and every kind of hyphen between groups


def _by_kind() -> dict[str, tuple[Scheme, ...]]:
    found: dict[str, list[Scheme]] = defaultdict(list)
    for scheme in SCHEMES:
        found[scheme.state].append(scheme)
        found[scheme.key].append(scheme)
    return {kind: tuple(schemes) for kind, schemes in found.items()}


_KINDS = _by_kind()


def read_number(text: str, kind: str, *, today: date | None = None) -> NumberReading:
    """The text as a number of a scheme or of the first scheme of a state that fits.

    Args:
        text: as written, with or without spaces and hyphens.
        kind: the key of a scheme (``mx_curp``) or a state's ISO 3166-1 alpha-2 code (``mx``).
        today: days after it are no birth dates; None keeps every reading.

    A text that fits none has the fault ``shape``, a kind that is not known ``unknown_state``. Of a
    state only, ``shape`` may also mean that the number is one of a kind that is not read here.

    >>> reading = read_number("BOXW310820HNERXN09", "mx")
    >>> reading.name, reading.says.birth_dates[0].text(), reading.says.origin.value
    ('CURP', '1931-08-20', 'born_abroad')
    """
    schemes = _KINDS.get(kind, ())
    first: NumberReading | None = None
    for scheme in schemes:
        reading = _read(text, scheme, today)
        if reading is None:
            continue
        if reading.has_right_shape and reading.says.check_digit is not CheckDigit.WRONG:
            return reading
        first = first or reading
    return first or _unread(text, kind, schemes)


def is_written_as(text: str, kind: str) -> bool:
    """Whether a text has the shape of a scheme; ``kind`` as for ``read_number``.

    >>> is_written_as("BOXW310820HNERXN09", "mx_curp"), is_written_as("12345678", "mx_curp")
    (True, False)
    """
    return any(one.pattern.fullmatch(_key(text, one.keeps_hyphens)) for one in _KINDS.get(kind, ()))


def readings(text: str, *, today: date | None = None) -> Iterator[NumberReading]:
    """The text as a number of every kind whose shape it has; arguments as for ``read_number``."""
    plain, hyphened = _key(text, _PLAIN), _key(text, _HYPHENED)
    for scheme in SCHEMES:
        key = hyphened if scheme.keeps_hyphens else plain
        if match := scheme.pattern.fullmatch(key):
            yield _reading(scheme, key, match, today)


def read_identifier(identifier: Identifier, *, today: date | None = None) -> NumberReading | None:
    """A number of a dossier or list, by its own name (CURP) or else by its state.

    None for a number that is a document's (passport, licence) or of a state that is not read.
    """
    kind = _NAMED.get(identifier.scheme) or identifier.country
    if identifier.kind in _OF_DOCUMENTS or kind not in _KINDS:
        return None
    return read_number(identifier.number, kind, today=today)


def _read(text: str, scheme: Scheme, today: date | None) -> NumberReading | None:
    key = _key(text, scheme.keeps_hyphens)
    match = scheme.pattern.fullmatch(key)
    return None if match is None else _reading(scheme, key, match, today)


def _reading(scheme: Scheme, key: str, match: re.Match[str], today: date | None) -> NumberReading:
    """What a key that has a scheme's shape says."""
    says = scheme.read(match)
    if today is not None and says.birth_dates:
        says = _until(says, today)
    return NumberReading(
        state=scheme.state,
        scheme=scheme.key,
        name=scheme.name,
        key=key,
        says=says,
        rules=scheme.rules,
    )


def _unread(text: str, kind: str, schemes: tuple[Scheme, ...]) -> NumberReading:
    """What fits nothing; where only one scheme was asked for, its name and rules stay."""
    only = schemes[0] if len(schemes) == 1 else None
    return NumberReading(
        state=schemes[0].state if schemes else kind,
        scheme=only.key if only else "",
        name=only.name if only else "",
        key=_key(text, _PLAIN),
        says=Says(fault=Fault.SHAPE if schemes else Fault.UNKNOWN_STATE),
        rules=only.rules if only else (),
    )


def _until(says: Says, today: date) -> Says:
    """Without the birth dates that have not come yet."""
    kept = tuple(one for one in says.birth_dates if _has_come(one, today))
    if len(kept) == len(says.birth_dates):
        return says
    if not kept:
        return msgspec.structs.replace(says, birth_dates=(), fault=says.fault or Fault.FUTURE_DATE)
    clear = tuple(msgspec.structs.replace(one, ambiguous=len(kept) > 1) for one in kept)
    return msgspec.structs.replace(says, birth_dates=clear)


def _has_come(day: PartialDate, today: date) -> bool:
    return (day.year, day.month or 1, day.day or 1) <= (today.year, today.month, today.day)


@lru_cache(maxsize=1 << 8)  # one number is read as every kind in a row
def _key(text: str, keeps_hyphens: bool, /) -> str:
    """Capital letters and digits of Latin script; empty for what cannot be a number."""
    if keeps_hyphens:
        key = _GAPS.sub("-", text[:LONGEST].strip()).upper() if len(text) <= LONGEST else ""
    else:
        key = _plain(text) or identifier_key(text)
    return key if key.replace("Ñ", "").isascii() else ""


def _plain(text: str) -> str:
    """The key of a text that needs no cleaning; empty for any other, and for 000000."""
    is_plain = text.isascii() and text.isalnum() and len(text) <= LONGEST
    return text.upper() if is_plain and len(set(text)) > 1 else ""

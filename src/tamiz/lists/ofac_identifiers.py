"""The names OFAC gives to identifiers, and what each of them is.

The names are those of the reference values of its advanced XML (``IDRegDocType`` and the features
that hold a number); the CSV files write them in front of the number in the remarks.
"""

import re

from tamiz.model import Identifier, IdentifierKind
from tamiz.normalise.countries import country_code

# Kind, scheme (empty where several countries share the name), OFAC's names for it.
_NAMES: tuple[tuple[IdentifierKind, str, str], ...] = (
    (IdentifierKind.PASSPORT, "", "Passport|Diplomatic Passport|Travel Document Number"),
    (IdentifierKind.PASSPORT, "", "British National Overseas Passport|Stateless Person Passport"),
    (IdentifierKind.NATIONAL, "curp", "C.U.R.P.|CURP"),
    (IdentifierKind.NATIONAL, "cedula", "Cedula No.|Cedula de Ciudadania"),
    (IdentifierKind.NATIONAL, "dni", "D.N.I."),
    (IdentifierKind.NATIONAL, "nie", "N.I.E."),
    (IdentifierKind.NATIONAL, "cui", "C.U.I."),
    (IdentifierKind.NATIONAL, "cnp", "CNP (Personal Numerical Code)"),
    (IdentifierKind.NATIONAL, "jmbg", "Bosnian Personal ID No."),
    (IdentifierKind.NATIONAL, "ssn", "SSN"),
    (IdentifierKind.NATIONAL, "tazkira", "Tazkira National ID Card"),
    (IdentifierKind.NATIONAL, "", "National ID No.|National Foreign ID Number|Numero de Identidad"),
    (
        IdentifierKind.NATIONAL,
        "",
        "Personal ID Card|Citizen's Card Number|Turkish Identification Number",
    ),
    (IdentifierKind.NATIONAL, "", "Kenyan ID No.|Moroccan Personal ID No.|UAE Identification"),
    (IdentifierKind.NATIONAL, "", "Identification Number|Stateless Person ID Card"),
    (IdentifierKind.TAX, "rfc", "R.F.C.|RFC"),
    (IdentifierKind.TAX, "nit", "NIT #"),
    (IdentifierKind.TAX, "ruc", "RUC #"),
    (IdentifierKind.TAX, "rif", "RIF #"),
    (IdentifierKind.TAX, "rtn", "RTN"),
    (IdentifierKind.TAX, "cuit", "C.U.I.T."),
    (IdentifierKind.TAX, "nuit", "Numero Unico de Identificacao Tributaria (NUIT)"),
    (IdentifierKind.TAX, "vat", "V.A.T. Number"),
    (IdentifierKind.TAX, "codice-fiscale", "Italian Fiscal Code"),
    (IdentifierKind.TAX, "ein", "US FEIN"),
    (IdentifierKind.TAX, "", "Tax ID No.|Fiscal Code|C.I.F.|N.I.F.|Romanian Tax Registration"),
    (IdentifierKind.TAX, "", "Paraguayan tax identification number"),
    (IdentifierKind.DRIVING, "", "Driver's License No."),
    (
        IdentifierKind.MILITARY,
        "",
        "Military Registration Number|Cartilla de Servicio Militar Nacional",
    ),
    (IdentifierKind.RESIDENCE, "", "Residency Number|Refugee ID Card|Romanian Permanent Resident"),
    (
        IdentifierKind.RESIDENCE,
        "",
        "Immigration No.|Public Security and Immigration No.",
    ),
    (IdentifierKind.REGISTER, "imo", "Vessel Registration Identification"),
    (IdentifierKind.REGISTER, "lei", "Legal Entity Number"),
    (IdentifierKind.REGISTER, "", "Government Gazette Number"),
    (IdentifierKind.REGISTER, "uscc", "Unified Social Credit Code (USCC)"),
    (IdentifierKind.REGISTER, "uscc", "United Social Credit Code Certificate (USCCC)"),
    (IdentifierKind.REGISTER, "", "Registration ID|Registration Number|Company Number|C.R. No."),
    (IdentifierKind.REGISTER, "", "UK Company Number|Business Number|Business Registration Number"),
    (IdentifierKind.REGISTER, "", "Business Registration Document #|Commercial Registry Number"),
    (IdentifierKind.REGISTER, "", "Public Registration Number|Certificate of Incorporation Number"),
    (IdentifierKind.REGISTER, "", "Chamber of Commerce Number|Istanbul Chamber of Comm. No."),
    (IdentifierKind.REGISTER, "", "Dubai Chamber of Commerce Membership No.|Trade License No."),
    (IdentifierKind.REGISTER, "", "Folio Mercantil No.|Matricula Mercantil No|Romanian C.R."),
    (IdentifierKind.REGISTER, "", "Enterprise Number|Organization Code|Branch Unit Number|License"),
    (IdentifierKind.REGISTER, "", "Central Registration System Number|Registered Charity No."),
    (IdentifierKind.REGISTER, "", "Economic Register Number (CBLS)|MSB Registration Number"),
    (IdentifierKind.REGISTER, "", "Afghan Money Service Provider License Number|LE Number"),
    (
        IdentifierKind.REGISTER,
        "",
        "Tourism License No.|SRE Permit No.|Permit Number|D-U-N-S Number",
    ),
    (IdentifierKind.OTHER, "electoral", "Electoral Registry No.|Credencial electoral|I.F.E."),
    (IdentifierKind.OTHER, "cuip", "C.U.I.P."),
    (IdentifierKind.OTHER, "birth-certificate", "Birth Certificate Number"),
    (IdentifierKind.OTHER, "seafarer", "Seafarer's Identification Document"),
    (IdentifierKind.OTHER, "pilot", "Pilot License Number"),
    (IdentifierKind.OTHER, "bic", "SWIFT/BIC"),
    (IdentifierKind.OTHER, "bik", "BIK (RU)"),
    (IdentifierKind.OTHER, "isin", "ISIN"),
    (IdentifierKind.OTHER, "mmsi", "MMSI"),
    (IdentifierKind.OTHER, "aircraft", "Aircraft Tail Number|Previous Aircraft Tail Number"),
    (IdentifierKind.OTHER, "aircraft", "Aircraft Serial Identification|Serial No."),
    (IdentifierKind.OTHER, "aircraft", "Aircraft Manufacturer's Serial Number (MSN)"),
    (IdentifierKind.OTHER, "aircraft", "Aircraft Mode S Transponder Code"),
    (
        IdentifierKind.OTHER,
        "aircraft",
        "Aircraft Construction Number (also called L/N or S/N or F/N)",
    ),
    (IdentifierKind.OTHER, "", "File Number|Trademark number|VisaNumberID"),
)
_WALLET = "digital currency address"  # followed by the name of the currency

_KINDS = {
    name.casefold(): (kind, scheme) for kind, scheme, names in _NAMES for name in names.split("|")
}
_LABELS = "|".join(re.escape(name) for name in sorted(_KINDS, key=len, reverse=True))
# A number may hold spaces and brackets ("D489833(9)"); a country follows in brackets of its own.
_STATEMENT = re.compile(
    rf"(?P<label>{_LABELS}|{_WALLET} - \w+) (?P<number>[^\s;]+(?: [^\s(;]+){{0,8}}?)"
    r"(?: \((?P<country>[^\W\d_][^()]{1,60})\))?(?: (?:issued|expires|expired|as of)\b.*)?\Z",
    re.IGNORECASE,
)


def identifier(label: str, number: str, country: str, *, field: str) -> Identifier | None:
    """An identifier from OFAC's name for it; None if that names no identifier."""
    folded = label.casefold().replace("’", "'")
    kind, scheme = _KINDS.get(folded, (None, ""))
    if folded.startswith(_WALLET):
        kind, scheme = IdentifierKind.OTHER, "wallet"
    if kind is None:
        return None
    return Identifier(
        kind=kind, number=number, country=country_code(country), scheme=scheme, field=field
    )


def stated_identifier(statement: str, *, field: str) -> Identifier | None:
    """An identifier from a statement like ``Passport A1234567 (Mexico) issued 12 Jan 2001``."""
    match = _STATEMENT.match(statement.replace("’", "'"))
    if match is None or not any(char.isdigit() for char in match["number"]):
        return None
    number = match["number"].removeprefix("# ")
    return identifier(match["label"], number, match["country"] or "", field=field)

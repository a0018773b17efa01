"""Hostile zones: each as read, and as a dossier fares that holds it.

What is no zone, or does not hold together, must never leave a dossier clear.
"""

from functools import partial

from documents.hostile.case import Answer, Case, Desk, Kind
from documents.hostile.dossiers_asked import APPLICANT, checked
from documents.zone.test_zone_flags import passport
from documents.zone.zones import FRA, TD1, TD2, TD3
from tamiz.documents.zone import NoZone, read_zone
from tamiz.wording import say

READ, DOUBTFUL, NOT_A_ZONE = Kind.READ, Kind.DOUBTFUL, Kind.NOT_A_ZONE
MEGABYTE = 1_000_000


def _asked(lines: tuple[str, ...], desk: Desk) -> Answer:
    queue = checked(desk, {**APPLICANT, "documents": [{"mrz": "|".join(lines)}]}).queue
    zone = read_zone(lines)
    if isinstance(zone, NoZone):
        return Answer(NOT_A_ZONE, say(f"zone.none.{zone.value}"), queue)
    told = [
        f"{say(f'zone.parts.{flag.part.value}')}: {say(f'zone.oddities.{flag.oddity.value}')}"
        for flag in zone.flags
    ]
    tidied = ", ".join(done.value for done in zone.tidied)
    told += [f"tidied: {tidied}"] if tidied else []
    return Answer(DOUBTFUL if zone.flags else READ, "; ".join(told), queue)


def _case(name: str, lines: tuple[str, ...], kind: Kind, says: str = "") -> Case:
    return Case("zone", name, (kind,), partial(_asked, lines), says)


def _passport(name: str = "ERIKSSON<<ANNA<MARIA", **changes: str) -> tuple[str, str]:
    """A Salvadoran passport of the applicant whose check digits hold, whatever it says."""
    return passport(name=name, **changes)


GOOD = _passport()
FIRST, SECOND = GOOD


def _second(old: str, new: str) -> tuple[str, str]:
    """The good zone with something else in its second line."""
    assert old in SECOND
    return FIRST, SECOND.replace(old, new, 1)


_ORDINARY = (
    _case("a good zone, to compare with", GOOD, READ),
    _case("in small letters", (FIRST.lower(), SECOND.lower()), READ, "case"),
    _case("« for <", (FIRST.replace("<", "«"), SECOND), READ, "filler_signs"),
    _case("&lt; for <", (FIRST.replace("<", "&lt;"), SECOND), READ, "filler_signs"),
    _case("both lines run together", (FIRST + SECOND,), READ, "lines_cut"),
    _case("a blank between any two signs", (" ".join(FIRST), " ".join(SECOND)), READ, "blanks"),
    _case("tabs and no-break spaces within", (FIRST[:20] + "\t\xa0" + FIRST[20:], SECOND), READ),
    _case("two fillers lost from the name", (FIRST[:-2], SECOND), READ, "fillers"),
    _case("letters of full width", tuple(line.translate(
        {code: code + 0xFEE0 for code in range(0x21, 0x7F)}) for line in GOOD), READ, "lookalikes"),
    _case("Cyrillic А for A in the name", (FIRST.replace("A", "А"), SECOND), READ, "lookalikes"),
    _case("Ñ in the name", (_passport("MUÑOZ<<ANNA")[0], SECOND), DOUBTFUL, "national letter"),
    _case("Ñ as N and a tilde", (_passport("MUÑOZ<<ANNA")[0].replace("Ñ", "N\u0303"), SECOND),
          DOUBTFUL, "national letter"),
    _case("birth date unknown", _passport(born="<<<<<<"), READ),
    _case("only the year of birth known", _passport(born="74<<<<"), READ),
    _case("a long number, filler not counted",
          ("IDBEL600001795<0152<<<<<<<<<<<", *TD1[1:]), DOUBTFUL, "specimens"),
    _case("a long number, filler counted as on older cards",
          ("IDBEL000590240<6013<<<<<<<<<<<", *TD1[1:]), DOUBTFUL, "older arithmetic"),
    _case("letters OO for 00 in a number: weights 7 and 3 hide it",
          ("IDSLVOO12345678<<<<<<<<<<<<<<<", "9306026F2708252SLV<<<<<<<<<<<4", TD1[2]), READ),
)  # fmt: skip
_LENGTHS = (
    _case("nothing", (), NOT_A_ZONE, "nothing was given"),
    _case("blanks only", ("   ", "\t"), NOT_A_ZONE, "nothing was given"),
    _case("the first line alone", (FIRST,), NOT_A_ZONE),
    _case("the second line alone", (SECOND,), NOT_A_ZONE),
    _case("a digit of the number lost", _second("A00000000", "A0000000"), NOT_A_ZONE),
    _case("a digit of the number doubled", _second("A00000000", "A000000000"), NOT_A_ZONE),
    _case("a line of 44 signs over one of 36", (FIRST, TD2[1]), NOT_A_ZONE),
    _case("a card with two of its three lines", TD1[:2], NOT_A_ZONE),
    _case("a card with four lines", (*TD1, TD1[2]), NOT_A_ZONE),
    _case("two zones one after the other", (*GOOD, *TD3), NOT_A_ZONE),
    _case("the lines swapped", (SECOND, FIRST), DOUBTFUL, "does not hold"),
    _case("the lines of a card turned", (TD1[2], TD1[0], TD1[1]), DOUBTFUL, "does not hold"),
    _case("every line written backwards", tuple(line[::-1] for line in GOOD), DOUBTFUL),
    _case("fillers only", ("<" * 44, "<" * 44), DOUBTFUL, "empty"),
    _case("noughts only", ("0" * 44, "0" * 44), DOUBTFUL, "not a document code"),
    _case("a line of a million signs", ("A" * MEGABYTE,), NOT_A_ZONE),
    _case("a million fillers", ("P" + "<" * MEGABYTE,), NOT_A_ZONE),
    _case("a good line, then a million fillers", (FIRST, SECOND + "<" * MEGABYTE), NOT_A_ZONE),
    _case("100,000 lines", ("P<",) * 100_000, NOT_A_ZONE),
    _case("a million separators", ("/" * MEGABYTE,), NOT_A_ZONE),
)
_WRONG = (
    _case("every check digit wrong", _second(SECOND, "A000000001SLV7408123F3004150<<<<<<<<<<<<<<15"),
          DOUBTFUL, "does not hold"),
    _case("the birth date altered, its digit not", _second("740812", "790812"), DOUBTFUL,
          "birth date: the check digit does not hold"),
    _case("born on 31 February, digits right", _passport(born="740231"), DOUBTFUL, "no such day"),
    _case("born in month 13, digits right", _passport(born="741301"), DOUBTFUL, "no such day"),
    _case("born on 00/00/00, digits right", _passport(born="000000"), DOUBTFUL, "no such day"),
    _case("expires on 30 February", _passport(expires="300230"), DOUBTFUL, "no such day"),
    _case("half a year unknown", _passport(born="7<0812"), DOUBTFUL, "neither a date"),
    _case("a letter in the birth date", _passport(born="74O812"), DOUBTFUL, "neither a date"),
    _case("the State Atlantis", _passport(state="ATL"), DOUBTFUL, "no code"),
    _case("the State of specimens", TD3, DOUBTFUL, "specimens"),
    _case("a State that is no more", _passport(state="YUG"), DOUBTFUL, "withdrawn"),
    _case("document code XX", _passport(code="XX"), DOUBTFUL, "not a document code"),
    _case("sex W", _passport(sex="W"), DOUBTFUL, "none of M, F, X"),
    _case("no name", _passport(""), DOUBTFUL, "empty"),
    _case("a digit in the name", _passport("ER1KSSON<<ANNA"), DOUBTFUL, "digit in the name"),
    _case("no number", _passport(number="<<<<<<<<<"), DOUBTFUL, "number: empty"),
    _case("fillers within the number", _passport(number="A0<<00000"), DOUBTFUL, "fillers within"),
    _case("a long number with a wrong digit",
          ("IDBEL000590240<6016<<<<<<<<<<<", *TD1[1:]), DOUBTFUL, "number: the check digit"),
    _case("a long number that fills the line", ("IDBEL000590240<" + "7" * 15, *TD1[1:]), DOUBTFUL),
    _case("a French card, department altered", (FRA[0].replace("751", "752"), FRA[1]), DOUBTFUL),
)  # fmt: skip
_SIGNS = (
    _case("NUL within the number", _second("A00", "A\0\0"), DOUBTFUL, "a sign that no zone has"),
    _case("a right-to-left override", ("\u202e" + FIRST[1:], SECOND), DOUBTFUL,
          "a sign that no zone has"),
    _case("a right-to-left mark within the number", _second("A00", "A\u200f0"), DOUBTFUL,
          "a sign that no zone has"),
    _case("a zero-width space too many", (FIRST[:9] + "\u200b" + FIRST[9:], SECOND), DOUBTFUL),
    _case("a byte order mark", ("\ufeff" + FIRST, SECOND), READ),
    _case("Arabic digits in the birth date", _second("740812", "٧٤٠٨١٢"), DOUBTFUL,
          "birth date: a sign under the check digit has no value"),
    _case("superscript digits in the birth date", _second("740812", "⁷⁴⁰⁸¹²"), READ, "lookalikes"),
    _case("a circled digit", _second("740812", "⑦40812"), READ, "lookalikes"),
    _case("a ligature that becomes three letters", (FIRST.replace("SLV", "ﬃV"), SECOND), DOUBTFUL),
    _case("Cyrillic О for 0 in the number", _second("A00", "AОО"), DOUBTFUL, "does not hold"),
    _case("Greek and Cyrillic mixed", ("Р<ЅLVΕRΙΚЅЅОΝ<<ΑΝΝΑ<ΜАRΙА".ljust(44, "<"), SECOND), READ,
          "lookalikes"),
    _case("emoji for the name", (FIRST.replace("ANNA", "🙂🙂🙂🙂"), SECOND), DOUBTFUL,
          "a sign that no zone has"),
    _case("300 accents on one letter", (FIRST[:6] + "\u0301" * 300 + FIRST[6:], SECOND),
          NOT_A_ZONE),
    _case("half a surrogate pair", (FIRST[:6] + "\ud800" + FIRST[7:], SECOND), DOUBTFUL,
          "a sign that no zone has"),
    _case("HTML", (f"<table><tr><td>{FIRST}</td></tr><tr><td>{SECOND}</td></tr></table>",),
          NOT_A_ZONE),
    _case("a script", ("<script>alert(1)</script>".ljust(44, "<"), SECOND), NOT_A_ZONE),
    _case("a formula", ('=HYPERLINK("http://x","ERIKSSON")'.ljust(44, "<"), SECOND), NOT_A_ZONE),
    _case("a database command", ("P<SLVROBERT'); DROP TABLE--".ljust(44, "<"), SECOND), NOT_A_ZONE),
    _case("colours for the terminal", ("P<SLV\x1b[31mERIKSSON".ljust(44, "<"), SECOND), DOUBTFUL,
          "a sign that no zone has"),
    _case("a path", ("../../../../etc/passwd",), NOT_A_ZONE),
    _case("words", ("NO ZONE", "LOST"), NOT_A_ZONE),
)  # fmt: skip
ZONES = (*_ORDINARY, *_LENGTHS, *_WRONG, *_SIGNS)

"""Zones for the tests: the specimens of Doc 9303-4 to -7, and invented ones."""

from tamiz.documents.zone import NoZone, Zone, ZoneFormat, read_zone

TD1 = (
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
)
TD2 = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
TD3 = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)
MRVA = (
    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L8988901C4XXX4009078F96121096ZE184226B<<<<<<",
)
MRVB = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<")
# Invented, in the order of French cards from 1988 on.
FRA = ("IDFRAMOREL<<<<<<<<<<<<<<<<<<<<751001", "9001751000014ANNE<<MARIE<<<7001017F9")
# Invented: Щукин, Юрий Ильич.
RUS = (
    "PNRUSWUKIN<<7RIQ<IL9I3<<<<<<<<<<<<<<<<<<<<<<",
    "4508123452RUS7001017M<<<<<<01151231770001<34",
)
LICENCE = ("D1FRA13AA000026181231MARTIN<<9",)  # specimen of the French licence of 2013
CHE = ("AAA001D<<", "FACHE305142128097<<800126<<<<<", "MARCHAND<<FABIENNE<<<<<<<<<<<<")
SVK = ("I<SVKVZOROVA<<JANA<<<<<<<<<<<<<<<<", "AA123456<1SVK8001014F1001015<<<<<<")  # invented
ALL = {
    ZoneFormat.TD1: TD1, ZoneFormat.TD2: TD2, ZoneFormat.TD3: TD3, ZoneFormat.MRVA: MRVA,
    ZoneFormat.MRVB: MRVB, ZoneFormat.FRA_ID_1988: FRA, ZoneFormat.RUS_PN: RUS,
    ZoneFormat.LICENCE_1: LICENCE, ZoneFormat.CHE_LICENCE: CHE, ZoneFormat.SVK_ID_34: SVK,
}  # fmt: skip


def read(*lines: str) -> Zone:
    """The zone of lines that are one."""
    found = read_zone(lines)
    assert not isinstance(found, NoZone), found
    return found

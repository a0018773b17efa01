"""Every hostile input about a document."""

from documents.hostile.case import Case
from documents.hostile.chip_cases import CHIPS
from documents.hostile.dossier_cases import DOSSIERS
from documents.hostile.number_cases import NUMBERS
from documents.hostile.picture_cases import PICTURES
from documents.hostile.trust_cases import TRUST
from documents.hostile.zone_cases import ZONES

CASES: tuple[Case, ...] = (*ZONES, *PICTURES, *CHIPS, *TRUST, *NUMBERS, *DOSSIERS)

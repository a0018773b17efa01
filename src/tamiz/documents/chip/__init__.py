"""Passive authentication of passport chips from files (Doc 9303-10, -11 and -12).

>>> files = sort_files([("EF.SOD", sod), ("DG1", dg1)])           # doctest: +SKIP
>>> report = authenticate(files, load_trust(store), today=today)  # doctest: +SKIP
"""

from tamiz.documents.chip.anchors import AnchorFile, AnchorFormat, read_anchors
from tamiz.documents.chip.authenticate import authenticate, authenticate_card_security
from tamiz.documents.chip.details import Field, text_of
from tamiz.documents.chip.files import ChipFiles, is_chip_file, sort_files
from tamiz.documents.chip.images import ImageKind
from tamiz.documents.chip.portrait import Portrait
from tamiz.documents.chip.report import (
    AnchorTold,
    ChipReport,
    Origin,
    Outcome,
    Reason,
    SignerTold,
    Step,
    StepKind,
)
from tamiz.documents.chip.store import (
    Import,
    import_anchors,
    list_imports,
    load_trust,
    remove_import,
)
from tamiz.documents.chip.trust import Trust, trust_of

__all__ = [
    "AnchorFile",
    "AnchorFormat",
    "AnchorTold",
    "ChipFiles",
    "ChipReport",
    "Field",
    "ImageKind",
    "Import",
    "Origin",
    "Outcome",
    "Portrait",
    "Reason",
    "SignerTold",
    "Step",
    "StepKind",
    "Trust",
    "authenticate",
    "authenticate_card_security",
    "import_anchors",
    "is_chip_file",
    "list_imports",
    "load_trust",
    "read_anchors",
    "remove_import",
    "sort_files",
    "text_of",
    "trust_of",
]

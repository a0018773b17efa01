"""The columns of a stop list, and the words for what happened, in three languages.

Case, accents, spaces and punctuation do not matter. ``docs/stop-list.md`` tells them all.
"""

from tamiz.documents.stops import Happened
from tamiz.intake.dossiers.columns import Column, folded


def _column(field: str, meaning: str, headings: str) -> Column:
    return Column(field, meaning, (field, *(heading.strip() for heading in headings.split("|"))))


COLUMNS: tuple[Column, ...] = (
    _column("issuing_state", "State that issued the document: name or code",
            "state | country | issuing country | Estado emisor | país | país emisor"
            " | держава | держава видачі | країна | країна видачі"),
    _column("kind", "Kind of document: passport, identity card, driving licence …",
            "type | document type | kind of document | tipo | tipo de documento | clase"
            " | вид документа | тип документа | вид"),
    _column("number", "Its number, or the first of a range",
            "document number | first number | from | número | número de documento | primer número"
            " | desde | номер | номер документа | перший номер | від"),
    _column("last_number", "Last number of a range; empty: one document",
            "last | to | until | último número | hasta | останній номер | до"),
    _column("happened", "What happened to it",
            "what happened | event | status | suceso | qué ocurrió | situación"
            " | що сталося | подія | статус"),
    _column("reported_on", "Day on which it was reported",
            "reported | date of report | date | fecha | fecha de denuncia | fecha del reporte"
            " | дата | дата повідомлення | повідомлено"),
    _column("source", "Who reported it",
            "reported by | authority | fuente | denunciado por | autoridad"
            " | джерело | хто повідомив | орган"),
    _column("reference", "The reporting authority's own number",
            "case number | ref | referencia | expediente | número de expediente"
            " | номер справи | посилання"),
    _column("note", "Anything else", "notes | remarks | nota | notas | observaciones | примітка"
            " | примітки"),
    _column("review_by", "Day until which the entry stands without being looked at again",
            "review | revisar antes de | revisión | переглянути до | перегляд"),
)  # fmt: skip
NEEDED = ("issuing_state", "number", "happened")

HAPPENED: tuple[tuple[Happened, str], ...] = (
    (Happened.LOST, ("lost | perdido | perdida | extraviado | extraviada | pérdida | extravío"
     " | втрачено | втрачений | загублено | втрата")),
    (Happened.STOLEN, ("stolen | robado | robada | hurtado | hurtada | robo | hurto"
     " | викрадено | викрадений | крадіжка")),
    (Happened.STOLEN_BLANK, ("stolen_blank | stolen blank | blank | robado en blanco"
     " | libreta en blanco robada | blanco robado | викрадений бланк | бланк викрадено | бланк")),
    (Happened.REVOKED, ("revoked | cancelled | canceled | revocado | revocada | cancelado"
     " | cancelada | anulado | anulada | скасовано | анульовано | відкликано")),
    (Happened.INVALID, ("invalid | no válido | no válida | inválido | inválida | недійсний"
     " | недійсне | недійсна")),
    (Happened.ISSUED_IN_ERROR, ("issued_in_error | issued in error | expedido por error"
     " | expedida por error | видано помилково")),
)  # fmt: skip

FIELD_OF = {folded(heading): column.field for column in COLUMNS for heading in column.headings}
HAPPENED_OF = {folded(word): happened for happened, words in HAPPENED for word in words.split("|")}

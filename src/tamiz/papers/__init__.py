"""Papers of a case, as PDF: the dossier, the letter to the applicant, the slip for the sponsor.

Each is made of one disclosed record (``tamiz.casework.disclose``) and takes no more of it than its
reader may have. Tagged (PDF/UA-1), for archives (PDF/A-3a), and the same bytes for the same input.
Needs the extra ``web``. ``docs/papers.md`` shows how to check the files inside.
"""

from tamiz.papers.dossier import dossier_pdf
from tamiz.papers.letter import letter_pdf
from tamiz.papers.proof import Journal
from tamiz.papers.slip import slip_pdf
from tamiz.papers.voice import Unit

__all__ = ["Journal", "Unit", "dossier_pdf", "letter_pdf", "slip_pdf"]

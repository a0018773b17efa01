"""Do two applicants bring one file, one page, or one portrait?

One file is one file. A page or a portrait that is nearly the same may be a blank form of one office
or a scan of one template, so it asks for a look. Relatives, and people who name each other, may
well send one scan of a common letter: they are left out.
"""

from collections.abc import Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.brought import FILES
from tamiz.checks.documents.papers import Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.documents.pictures.faces import SAME
from tamiz.intake.evidence_files import Brought
from tamiz.links import PictureKey, PictureKind, SamePicture, names_or_resembles, picture_keys
from tamiz.model import Evidence, Outcome

# A page is one picture with its paper around it: two forms of one office are nearly alike.
_FILES = {PictureKind.FILE: Strength.B, PictureKind.PAGE: Strength.C}


def same_file(papers: Papers, context: Context) -> Iterator[Answer]:
    """One answer for each file, or page, that somebody else brings as well."""
    told: set[str] = set()
    for picture in _pictures(papers, context):
        if picture.kind in _FILES:
            for answer in _answers(papers, context, picture, _FILES[picture.kind]):
                if answer.other not in told:
                    told.add(answer.other)
                    yield answer


def same_portrait(papers: Papers, context: Context) -> Iterator[Answer]:
    """One answer for each portrait that stands in somebody else's document as well."""
    for picture in _pictures(papers, context):
        if picture.kind is PictureKind.PORTRAIT:
            yield from _answers(papers, context, picture, Strength.B)


def same_face(papers: Papers, context: Context) -> Iterator[Answer]:
    """One answer for each face that is nearly that in somebody else's document.

    Far nearer than strangers are is strong; nearer than most is a hint.
    """
    for picture in _pictures(papers, context):
        if picture.kind is PictureKind.FACE:
            for answer in _answers(papers, context, picture, Strength.B):
                is_near = float(answer.evidence.params["distance"]) < SAME
                yield answer if is_near else answer._replace(strength=Strength.C)


FACE = Rule(
    name="document_same_face",
    version="1",
    number=19,
    basis="dlib face recognition (128 numbers), limits 0.40 and 0.50; GDPR article 9",
    needs="pictures of documents, of a cohort, the extra “face”, and a policy that asks for it",
    strength=Strength.B,
    false_alarms="relatives, twins; more among faces that the network has seldom seen: of 44 "
    "portraits of the study two strangers were nearer than 0.50, none nearer than 0.40",
    reads=(FILES,),
    run=same_face,
)
FILE = Rule(
    name="document_same_file",
    version="1",
    number=20,
    basis="SHA-256 of the file; 256-bit perceptual hash of the page (docs/pictures.md)",
    needs="pictures or PDFs, of a cohort",
    strength=Strength.B,
    false_alarms="none for equal files of strangers; pages of one form are a hint",
    reads=(FILES,),
    run=same_file,
)
PORTRAIT = Rule(
    name="document_same_portrait",
    version="1",
    number=19,
    basis="64-bit perceptual hash of the portrait's place by ICAO Doc 9303-4 to -6",
    needs="pictures of documents with a zone, of a cohort",
    strength=Strength.B,
    false_alarms="see docs/pictures.md; a human looks at both before anything is said",
    reads=(FILES,),
    run=same_portrait,
)


def _pictures(papers: Papers, context: Context) -> tuple[PictureKey, ...]:
    if context.register is None:
        return ()
    return picture_keys(Brought(papers.dossier, context.files))


def _answers(
    papers: Papers, context: Context, picture: PictureKey, strength: Strength
) -> Iterator[Answer]:
    if context.register is None:
        return
    for other in context.register.same_picture(papers.dossier.id, picture):
        if not names_or_resembles(papers.dossier, other.name, other.family):
            yield Answer(Outcome.CONCERN, _evidence(picture, other), strength, other.id)


def _evidence(picture: PictureKey, other: SamePicture) -> Evidence:
    return Evidence(
        feature="document",
        code=f"document.same_picture.{picture.kind.value}",
        applicant=picture.path,
        other=f"{other.id} {other.path}",
        params={
            "id": other.id,
            "bits": str(other.apart),
            "distance": f"{other.apart / 100:.2f}",
        },
        field=picture.path,
    )

"""Pictures of documents, made anew and sealed under the key of their case."""

from django.db import models

from tamiz.web.models.cases import Case


class CasePicture(models.Model):
    """One page of a file of a case: a JPEG made anew, sealed; gone with the key of the case.

    ``sha256`` is that of the file as it came; ``jpeg`` base64 of nonce and ciphertext.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="pictures")
    sha256 = models.CharField(max_length=64)
    page = models.PositiveSmallIntegerField()
    jpeg = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "sha256", "page"), name="a_page_is_kept_once"),
        )

    def __str__(self) -> str:
        return f"{self.sha256[:12]} {self.page}"

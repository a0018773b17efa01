"""Which States an applicant gives, wherever they stand."""

from tamiz.links import states_of
from tamiz.model import Dossier, IdentityClaim, IdentityEvidence, Nationality


def test_every_state_counts_as_declared() -> None:
    bearer = IdentityClaim(nationalities=(Nationality(country="ve", text="VEN"),))
    document = IdentityEvidence(code="P", issuing_state="mx", bearer=bearer)
    claim = IdentityClaim(
        nationalities=(Nationality(country="sv", text="SLV"), Nationality(country=None, text="?")),
    )

    assert states_of(Dossier(id="A", identity=claim, documents=(document,))) == {"sv", "mx", "ve"}


def test_a_state_that_is_no_more_hides_no_other() -> None:
    claim = IdentityClaim(
        nationalities=(Nationality(country="su", text="USSR"), Nationality(country="ua", text="UA"))
    )

    assert states_of(Dossier(id="A", identity=claim)) == {"ua"}

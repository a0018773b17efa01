"""The extra ``face``: only where it is installed; a policy that asks for it in vain is refused."""

import pytest

from documents.pictures.test_picture_reading import DATA
from tamiz.documents.pictures import read_picture
from tamiz.documents.pictures.faces import is_installed
from tamiz.errors import PolicyError
from tamiz.screening import default_policy_text, read_policy

POLICY = default_policy_text().replace("[documents]", "[documents]\ncompare_faces = true").encode()


def test_no_face_is_made_unless_asked_for() -> None:
    found = read_picture((DATA / "clean.jpg").read_bytes())

    assert all(page.face == () for page in found.pages)


@pytest.mark.skipif(is_installed(), reason="the extra “face” is installed")
def test_a_policy_that_asks_for_what_is_not_there_is_refused() -> None:
    with pytest.raises(PolicyError, match="face"):
        read_policy(POLICY, name="policy.toml")


@pytest.mark.skipif(not is_installed(), reason="the extra “face” is not installed")
def test_a_page_without_a_face_has_none() -> None:
    found = read_picture((DATA / "clean.jpg").read_bytes(), with_faces=True)

    assert all(page.face == () for page in found.pages)

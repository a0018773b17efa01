"""The domain that a company holds, and that of nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.normalise.domains import PUBLIC_HOSTS, mail_domain, site_domain


@pytest.mark.parametrize(
    ("site", "domain"),
    [
        ("https://www.altoverde.mx/rancho", "altoverde.mx"),
        ("www.valores.altoverde.net", "altoverde.net"),
        ("tienda.altoverde.com.mx", "altoverde.com.mx"),
        ("altoverde.co.uk", "altoverde.co.uk"),
        ("altoverde.kyiv.ua", "altoverde.kyiv.ua"),
        ("es.altoverde.wixsite.com/home", "altoverde.wixsite.com"),
        ("co.altoverde", "co.altoverde"),
        ("wixsite.com", ""), ("www.facebook.com/altoverde", ""), ("sites.google.com/view/a", ""),
        ("none", ""), ("", ""), ("com", ""),
    ],
)  # fmt: skip
def test_a_site_is_of_the_domain_that_its_holder_has(site: str, domain: str) -> None:
    assert site_domain(site) == domain


@pytest.mark.parametrize(
    ("mailbox", "domain"),
    [
        ("Ventas@Altoverde.mx", "altoverde.mx"),
        ("contacto@correo.altoverde.com.pa", "altoverde.com.pa"),
        ("altoverde@hotmail.es", ""), ("altoverde@yahoo.com.mx", ""), ("altoverde@i.ua", ""),
        ("altoverde@proton.me", ""), ("altoverde.mx", ""), ("@altoverde.mx", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_mailbox_is_of_its_companys_domain_unless_a_provider_keeps_it(
    mailbox: str, domain: str
) -> None:
    assert mail_domain(mailbox) == domain


@pytest.mark.parametrize("host", sorted(PUBLIC_HOSTS))
def test_who_has_a_mailbox_at_a_provider_has_no_domain(host: str) -> None:
    assert mail_domain(f"altoverde@{host}") == ""


@given(st.text())
def test_any_text_has_a_domain_or_none(text: str) -> None:
    assert site_domain(site_domain(text)) == site_domain(text)

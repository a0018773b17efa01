"""allauth's form for a passkey, in the reader's language; it has these words in English only."""

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm

from tamiz.web.templatetags.said import say


class AddPasskey(AddWebAuthnForm):  # type: ignore[misc]
    """What a passkey is called, and whether it alone lets in."""

    def __init__(self, *args: Any, **told: Any) -> None:  # noqa: ANN401 - Django's signature
        super().__init__(*args, **told)
        for name in ("name", "passwordless"):
            self.fields[name].label = say(f"factor.{name}")
        self.fields["passwordless"].help_text = say("factor.passwordless_about")

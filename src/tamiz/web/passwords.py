"""Words that an attacker of this unit would try first are no part of a password."""

from django.conf import settings
from django.core.exceptions import ValidationError

from tamiz.web.models import Officer, Programme
from tamiz.web.templatetags.said import say

OWN = ("tamiz",)
LEAST = 5  # letters of a word: shorter ones stand in any long password by chance


def words_of_the_unit() -> set[str]:
    """The product's name, those of the programmes, and under which the pages are reached."""
    told = [*OWN, *settings.ALLOWED_HOSTS]
    for key, name in Programme.objects.values_list("key", "name"):
        told += (key, name)
    apart = " ".join(told).casefold().replace("-", " ").replace(".", " ").split()
    return {word for word in apart if len(word) >= LEAST and not word.isdecimal()}


class OurWords:
    """A validator of Django's: refuses passwords with such a word in them."""

    def validate(self, password: str, user: Officer | None = None) -> None:  # noqa: ARG002 - Django's call
        """Nothing, where there is none.

        Raises:
            ValidationError: there is one; it is named.
        """
        found = sorted(word for word in words_of_the_unit() if word in password.casefold())
        if found:
            raise ValidationError(str(say("form.our_words", word=found[0])), code="our_words")

    def get_help_text(self) -> str:
        """Nothing before anybody typed one: a list of them would help the wrong people."""
        return ""

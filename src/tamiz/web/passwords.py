"""What an attacker would try first is no password: words of this unit, and what was stolen before."""

from django.conf import settings
from django.core.exceptions import ValidationError

from tamiz.web.known_passwords import is_known
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


class Known:
    """A validator of Django's: refuses passwords that were stolen before."""

    def validate(self, password: str, user: Officer | None = None) -> None:  # noqa: ARG002 - Django's call
        """Nothing, where it is not on the list.

        Raises:
            ValidationError: it is.
        """
        if is_known(password):
            raise ValidationError(str(say("form.known_password")), code="known")

    def get_help_text(self) -> str:
        """Nothing: nobody can know beforehand what stands on the list."""
        return ""

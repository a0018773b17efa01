"""The forms for accounts: what is typed is checked here before anything happens with it."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from tamiz.casework.says import REASON_MOST, REASON_SIGNS, says_something
from tamiz.web import shortcuts
from tamiz.web.clock import now
from tamiz.web.models import Officer, Programme
from tamiz.web.models.people import GIVEN, LANGUAGES
from tamiz.web.templatetags.said import reader, say
from tamiz.wording import say as said

DAY = "%Y-%m-%d"  # as a browser sends a day


class Labelled(forms.Form):
    """A form whose labels are ``web.form.FIELD`` in the reader's language."""

    def __init__(self, *args: Any, **told: Any) -> None:  # noqa: ANN401 - Django's signature
        super().__init__(*args, **({"label_suffix": ""} | told))
        for name, field in self.fields.items():
            field.label = say(f"form.{name}")


class Password(Labelled):
    """A new password, twice."""

    password = forms.CharField(
        max_length=200, strip=False, widget=forms.PasswordInput({"autocomplete": "new-password"})
    )
    again = forms.CharField(
        max_length=200, strip=False, widget=forms.PasswordInput({"autocomplete": "new-password"})
    )

    def __init__(self, *args: Any, officer: Officer | None = None, **told: Any) -> None:  # noqa: ANN401 - as above
        super().__init__(*args, **told)
        self._officer = officer

    def clean(self) -> dict[str, Any]:
        """Both the same, and strong enough for whose it is."""
        told = super().clean() or {}
        first, second = told.get("password"), told.get("again")
        if first and second and first != second:
            self.add_error("again", ValidationError(str(say("form.not_the_same"))))
        if first:
            try:
                validate_password(
                    first, self._officer or Officer(username=told.get("username", ""))
                )
            except ValidationError as error:
                self.add_error("password", error)
        return told


class First(Password):
    """The first administrator: who they are as well."""

    field_order = ("username", "full_name", "password", "again")
    username = forms.RegexField(r"^[\w.@+-]+\Z", max_length=60)
    full_name = forms.CharField(max_length=200)

    def clean_username(self) -> str:
        """Not somebody else's."""
        return unused(self.cleaned_data["username"])


class Person(Labelled):
    """An account as a people administrator sees it."""

    username = forms.RegexField(r"^[\w.@+-]+\Z", max_length=60)
    full_name = forms.CharField(max_length=200)
    email = forms.EmailField(required=False, max_length=254)
    language = forms.ChoiceField(choices=LANGUAGES)
    roles = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    programmes = forms.ModelMultipleChoiceField(  # by key: a number may be more than a table holds
        Programme.objects.none(), required=False, widget=forms.CheckboxSelectMultiple,
        to_field_name="key",
    )  # fmt: skip
    is_active = forms.BooleanField(required=False, initial=True)

    def __init__(self, *args: Any, officer: Officer | None = None, **told: Any) -> None:  # noqa: ANN401 - as above
        super().__init__(*args, **told)
        self._officer = officer
        is_new = officer is None
        self.fields["roles"].choices = [  # type: ignore[attr-defined]
            (role.value, said(f"casework.role.{role.value}", reader())) for role in GIVEN
        ]
        self.fields["programmes"].queryset = Programme.objects.order_by("name")  # type: ignore[attr-defined]
        if settings.OIDC is None:
            del self.fields["email"]
        if is_new:
            del self.fields["is_active"]
        else:
            self.fields["username"].disabled = True

    def clean_username(self) -> str:
        """Not somebody else's."""
        name: str = self.cleaned_data["username"]
        return unused(name) if self._officer is None else name

    def clean_email(self) -> str:
        """Nobody else's: an identity provider lets in by it."""
        address: str = self.cleaned_data["email"]
        same = Officer.objects.filter(email__iexact=address)
        if self._officer is not None:
            same = same.exclude(pk=self._officer.pk)
        if address and same.exists():
            raise ValidationError(str(say("form.address_taken")))
        return address


class Me(Labelled):
    """What somebody sets for themselves."""

    language = forms.ChoiceField(choices=LANGUAGES)
    keys_on = forms.BooleanField(required=False)


class Keys(forms.Form):
    """The key of every shortcut."""

    def __init__(self, *args: Any, **told: Any) -> None:  # noqa: ANN401 - as above
        super().__init__(*args, **({"label_suffix": ""} | told))
        for one in shortcuts.SHORTCUTS:
            widget = forms.TextInput({"class": "key", "autocomplete": "off", "spellcheck": "false"})
            self.fields[one.name] = forms.CharField(
                max_length=1, label=say(f"keys.{one.name}"), strip=False, widget=widget
            )

    def clean(self) -> dict[str, Any]:
        """One sign each, and each key once."""
        told = super().clean() or {}
        for name, key in tuple(told.items()):  # an error takes its field out
            if not shortcuts.is_key(key):
                self.add_error(name, ValidationError(str(say("keys.not_a_key"))))
        for name, other in shortcuts.conflicts(told).items():
            taken = say("keys.taken", key=told[name], what=say(f"keys.{other}"))
            self.add_error(name, ValidationError(str(taken)))
        return told


def unused(name: str) -> str:
    """The name, where no account has it.

    Raises:
        ValidationError: one has, whatever its case.
    """
    if Officer.objects.filter(username__iexact=name).exists():
        raise ValidationError(str(say("form.name_taken")))
    return name


# What may come in about an applicant; ``web.intake.kind`` says it.
KINDS = ("answer", "observation", "appeal", "correction")


class SeenOn(forms.DateField):
    """The day on which something was seen; none that is to come, where the unit is."""

    def __init__(self) -> None:
        widget = forms.DateInput({"type": "date"}, format=DAY)
        super().__init__(required=False, input_formats=[DAY], widget=widget)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        """A browser offers no later day."""
        self.widget.attrs["max"] = timezone.localdate(now()).strftime(DAY)
        return super().get_bound_field(form, field_name)

    def clean(self, value: Any) -> date | None:  # noqa: ANN401 - as above
        """The day, or None."""
        seen: date | None = super().clean(value)
        if seen is not None and seen > timezone.localdate(now()):
            raise ValidationError(str(say("intake.seen_later")))
        return seen


class CameIn(Labelled):
    """Something about an applicant, filed by intake or at the desk."""

    kind = forms.ChoiceField(widget=forms.RadioSelect)
    programme = forms.ModelChoiceField(Programme.objects.none(), empty_label=None)
    applicant = forms.CharField(max_length=200)
    text = forms.CharField(max_length=REASON_MOST, widget=forms.Textarea({"rows": 4}))
    grading = forms.RegexField(r"^[A-F][1-6]\Z", required=False)
    source = forms.CharField(max_length=200, required=False)
    seen = SeenOn()
    opens = forms.BooleanField(required=False)

    def __init__(self, *args: Any, programmes: Any, **told: Any) -> None:  # noqa: ANN401 - as above
        super().__init__(*args, **told)
        self.fields["kind"].choices = [(one, say(f"intake.kind.{one}")) for one in KINDS]  # type: ignore[attr-defined]
        self.fields["grading"].help_text = say("intake.grading")
        self.fields["programme"].queryset = programmes.order_by("name")  # type: ignore[attr-defined]

    def clean_text(self) -> str:
        """More than a full stop."""
        return _said_something(self.cleaned_data["text"])

    def clean(self) -> dict[str, Any]:
        """An observation is graded."""
        told = super().clean() or {}
        if told.get("kind") == "observation" and not told.get("grading"):
            self.add_error("grading", ValidationError(str(say("intake.ungraded"))))
        return told


class Tell(Labelled):
    """An observation by somebody without an account, graded in plain words."""

    about = forms.CharField(max_length=200)
    text = forms.CharField(max_length=REASON_MOST, widget=forms.Textarea({"rows": 6}))
    source_grade = forms.ChoiceField(initial="F")
    word_grade = forms.ChoiceField(initial="6")
    seen = SeenOn()
    source = forms.CharField(max_length=200, required=False)

    def __init__(self, *args: Any, **told: Any) -> None:  # noqa: ANN401 - as above
        super().__init__(*args, **told)
        self.fields["text"].label = say("tell.what")
        self.fields["seen"].label = say("tell.seen")
        for name, grades in (("source_grade", "FABCDE"), ("word_grade", "612345")):
            self.fields[name].choices = [(one, say(f"tell.{name}.{one}")) for one in grades]  # type: ignore[attr-defined]

    def clean_text(self) -> str:
        """More than a full stop."""
        return _said_something(self.cleaned_data["text"])


class NewForm(Labelled):
    """A new form for observations: of which programme, and what it is called."""

    programme = forms.ModelChoiceField(Programme.objects.none(), empty_label=None)
    label = forms.CharField(max_length=100)

    def __init__(self, *args: Any, programmes: Any, **told: Any) -> None:  # noqa: ANN401 - as above
        super().__init__(*args, **told)
        self.fields["programme"].queryset = programmes.order_by("name")  # type: ignore[attr-defined]


def _said_something(text: str) -> str:
    if not says_something(text):
        raise ValidationError(str(say("intake.says_nothing", least=REASON_SIGNS)))
    return text

"""The tags by which templates speak: every sentence comes from ``tamiz.wording``."""

from datetime import date, datetime

from django import template
from django.template.defaultfilters import date as formatted
from django.utils import timezone, translation
from markupsafe import Markup, escape

from tamiz.casework import ENGINE, FORM
from tamiz.output import sentences
from tamiz.output.markup import Tongues
from tamiz.web.clock import end_of_day, now
from tamiz.web.models import Officer
from tamiz.wording import Language, catalogue

register = template.Library()
# Actors without an account, and the role that says in words who they are.
_NOBODY = {one.id: role.value for one in (ENGINE, FORM) for role in one.roles}
_ROOT = "web."
_HOUR = 3600
# A day as it is written with its month in words.
_DAY = {
    Language.ENGLISH: "j F Y",
    Language.SPANISH: r"j \d\e F \d\e Y",
    Language.UKRAINIAN: "j E Y",
}
DAYS_FROM = 48  # hours, from which on days are told


def reader() -> Language:
    """The language that the middleware chose for this request."""
    return Language((translation.get_language() or "en")[:2])


@register.simple_tag
def say(code: str, /, **gaps: object) -> Markup:
    """The sentence ``web.CODE``; gaps are escaped unless they are markup."""
    return Markup(escape(catalogue(reader())[_ROOT + code])).format(**gaps)  # noqa: S704 - escaped


@register.simple_tag
def report(code: str, /, **gaps: object) -> Markup:
    """A sentence that the report has already: the same words on paper and on screen."""
    return Tongues((reader(),)).phrase(code, **gaps)


@register.simple_tag
def casework(kind: str, code: str) -> str:
    """A word of casework: a state, a verdict, a role; the code itself where there is none."""
    known = catalogue(reader())
    return known.get(f"casework.{kind}.{code}") or known.get(f"web.{kind}.{code}", code)


@register.simple_tag
def verdict(code: str, *, is_fact: bool) -> str:
    """A verdict; of a finding without another side it is about a fact and not about a person."""
    fact = catalogue(reader()).get(f"web.fact.{code}") if is_fact else None
    return casework("verdict", code) if fact is None else fact


@register.simple_tag(takes_context=True)
def person(context: template.Context, number: str) -> Markup:
    """The name of an account that the journal knows by its number."""
    request = context["request"]
    if not hasattr(request, "people_by_number"):
        request.people_by_number = {one.number: str(one) for one in Officer.objects.all()}
    if number in _NOBODY:
        return Markup(escape(casework("role", _NOBODY[number])))  # noqa: S704 - escaped
    name = request.people_by_number.get(number)
    return Markup(escape(number)) if name is None else value(name)  # noqa: S704 - escaped


@register.filter
def value(text: str) -> Markup:
    """A value from outside: isolated from the reading direction around it, nothing hidden."""
    return Tongues((reader(),)).value(str(text))


@register.filter
def short(text: str) -> Markup:
    """The same, cut for a row of a table."""
    return Tongues((reader(),)).short(str(text))


@register.filter
def check_label(check: str) -> str:
    """A check in a word or two."""
    sentence = catalogue(reader()).get(f"label.{check}")
    return check.replace("_", " ") if sentence is None else sentence


@register.filter
def percent(probability: float | None) -> str:
    """A probability as officers read it; nothing where there is none."""
    return "" if probability is None else sentences.percent(probability, reader())


@register.filter
def bits(number: float | None) -> str:
    """Bits with their sign."""
    return "" if number is None else sentences.signed(number)


@register.filter
def grouped(number: int) -> str:
    """A whole number in groups of three."""
    return sentences.grouped(number)


@register.filter
def moment(at: datetime | None) -> Markup:
    """An instant in the unit's time zone, with its machine-readable twin."""
    if at is None:
        return Markup("–")
    local = timezone.localtime(at)
    return Markup('<time datetime="{}">{}</time>').format(
        at.isoformat(timespec="seconds"), formatted(local, f"{_DAY[reader()]}, H:i")
    )


@register.filter
def day(on: date) -> str:
    """A day in words."""
    return formatted(on, _DAY[reader()])


@register.filter
def fours(text: str) -> str:
    """A secret in groups of four signs, to be read off and typed."""
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


@register.filter
def left(due: datetime | None) -> Markup:
    """How long until then, or for how long it is late, in one figure; today is told apart."""
    if due is None:
        return Markup("–")
    moment = now()
    span = _span(abs((due - moment).total_seconds()))
    if due < moment:
        return Markup('<strong class="over">{}</strong>').format(say("left.over", span=span))
    if due < end_of_day(moment):
        return Markup("<strong>{}</strong>").format(say("left.today", span=span))
    return say("left.in", span=span)


def _span(seconds: float) -> str:
    hours = int(seconds // _HOUR)
    if hours >= DAYS_FROM:
        return str(say("left.days", count=hours // 24))
    if hours:
        return str(say("left.hours", count=hours))
    return str(say("left.minutes", count=max(int(seconds // 60), 1)))

"""Where somebody says they lived and served, against where they say they were.

A long stay abroad in the middle of full service at home, or of work in a hospital or school there,
and a document issued in a country in which the applicant, who tells of their stays, never was.
Missions, postings and leave are in order.
"""

from collections.abc import Iterator
from math import inf

from tamiz.checks.background.overlap import is_full, overlap
from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, said
from tamiz.checks.background.story import (
    Story,
    Stretch,
    country_named_in,
    names_country,
    service_country,
    span,
)
from tamiz.checks.background.words import is_about
from tamiz.checks.check import Context
from tamiz.model import IdentityEvidence, Service, Stay

LONG_STAY = 180  # days that surely lie in the service: leave lasts weeks, or a few months
LONGEST_POSTING = 540  # days: peace missions and courses abroad last a year, with handing over
LONGEST_LEAVE = 365  # days: who works on the spot may stay away for a year without pay, to study


def run_stay(story: Story, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each stay with both ends, where full service is told."""
    if not story.dossier.stays:
        return
    services = [one for one in story.stretches if one.start and one.end and is_full(one)]
    if not services:
        return
    for stay in story.dossier.stays:
        if stay.start is not None and stay.end is not None and stay.country is not None:
            yield _of_stay(story, stay, services)


def run_authority(story: Story, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each document whose authority names a country, where stays are told."""
    if story.dossier.stays:
        for document in story.dossier.documents:
            if document.authority:
                yield from _of_authority(story, document)


STAY = Rule(
    name="background_stay",
    version="3",
    basis="BS 7858:2019 (career history is verified); NIST SP 800-63A section 4.3 (validation)",
    needs="stays abroad with both ends, and service with both ends",
    strength=Strength.B,  # C for stays that a posting or leave without pay could explain
    false_alarms="medium: postings and missions that are not called so",
    reads=("stays",),
    run=run_stay,
)
AUTHORITY = Rule(
    name="background_authority",
    version="1",
    basis="ICAO Doc 9303-4 (authority in the visual zone); NIST SP 800-63A section 4.3",
    needs="authority of a document with its country, and stays abroad",
    strength=Strength.C,
    false_alarms="medium: stays that people thought not worth a line",
    reads=("stays",),
    run=run_authority,
)


def _as_stretch(stay: Stay) -> Stretch:
    ends = (None if one is None else span(one) for one in (stay.start, stay.end))
    return Stretch(Service(text=stay.text, country=stay.country, field=stay.field), *ends)


def _of_stay(story: Story, stay: Stay, services: list[Stretch]) -> Answer:
    """By the service in another country that it overlaps longest."""
    told = _as_stretch(stay)
    days, service = max(((overlap(told, one), one) for one in services), key=lambda one: one[0])
    if days <= _longest(service.text) or _is_explained(story, stay, service.service):
        return clear(said("stay.in_order", stay.text, service.text, field=stay.field))
    evidence = said(
        "stay.in_service", stay.text, service.text,
        field=stay.field, at=service.service.field, months=str(days // 30),
    )  # fmt: skip
    return concern(evidence, Strength.B if days > LONGEST_POSTING else Strength.C)


def _longest(service: str) -> float:
    """Days that somebody may be away; any number from work that leaves time to travel."""
    if is_about(service, "force"):
        return LONG_STAY
    return LONGEST_LEAVE if is_about(service, "on_the_spot") else inf


def _is_explained(story: Story, stay: Stay, service: Service) -> bool:
    """Whether the service was in that country, or a mission there is told of anywhere.

    A service that names no country may be that of a State whose nationality they claim.
    """
    home = service_country(service)
    is_home = stay.country in story.own_states() if home is None else home == stay.country
    if is_home or is_about(stay.text, "mission"):
        return True
    texts = (story.dossier.motivation, *(one.text for one in story.dossier.history))
    return any(
        is_about(text, "mission") and names_country(text, stay.country or "") for text in texts
    )


def _of_authority(story: Story, document: IdentityEvidence) -> Iterator[Answer]:
    country = country_named_in(document.authority)
    if country is None:
        return
    if story.names_one_of((country,)):
        yield clear(said("authority.in_order", document.authority, field=document.field))
        return
    stays = "; ".join(one.text for one in story.dossier.stays)
    yield concern(
        said(
            "authority.elsewhere", document.authority, stays,
            field=document.field, at=story.dossier.stays[0].field, country=country.upper(),
        )
    )  # fmt: skip

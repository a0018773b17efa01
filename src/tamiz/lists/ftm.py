"""Any FollowTheMoney entities (``entities.ftm.json``), so OpenSanctions' data work as they are.

Sanctions, documents, addresses and relations are entities of their own that point at a party;
they may come before or after it, so the file is read twice. Entities that are no parties
(securities, crypto wallets …) are left out.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

from tamiz.errors import InputError, ListError
from tamiz.intake.json import jsonl_values
from tamiz.lists.dating import newest
from tamiz.lists.ftm_party import Entity, Hanging, caption, properties, record_of
from tamiz.lists.source import ListProblem, Parsed, Report, Snapshot, Source
from tamiz.model import PartyType, SourceRecord

# Schemata of FollowTheMoney 4 that are parties, and what they are.
PARTIES = {
    "Person": PartyType.PERSON,
    "Organization": PartyType.ORGANISATION,
    "Company": PartyType.ORGANISATION,
    "PublicBody": PartyType.ORGANISATION,
    "LegalEntity": PartyType.UNKNOWN,
    "Vessel": PartyType.VESSEL,
    "Airplane": PartyType.AIRCRAFT,
}
# Schemata that hang on a party, and the property that names it.
HANGING = {
    "Sanction": ("entity",),
    "Identification": ("holder",),
    "Passport": ("holder",),
    "Family": ("person", "relative"),
    "Associate": ("person", "associate"),
    "Membership": ("member",),
    "Employment": ("employee",),
    "Directorship": ("director",),
    "Ownership": ("owner",),
    "UnknownLink": ("subject", "object"),
}


def source(name: str) -> Source:
    """The source ``ftm:NAME``."""
    return Source(
        key=f"ftm:{name}",
        title=f"FollowTheMoney entities “{name}”",
        publisher=name,
        licence="as its publisher states",
        homepage="",
        downloads=(),
        stale_after_days=14,
    )


def parse(snapshot: Snapshot, report: Report) -> Parsed:
    """Parties of the file, with what hangs on them."""
    path = snapshot.only_file()
    captions, hanging, changed, parties = _gather(path, report)
    if not parties:
        raise ListError(f"{path.name}: no FollowTheMoney party (Person, Organization, Company …)")
    return Parsed(content_date=changed, records=_read(path, snapshot.source, captions, hanging))


def _gather(
    path: Path, report: Report
) -> tuple[dict[str, str], dict[str, list[Hanging]], str, int]:
    """Captions, what hangs on each party, the newest change, and how many parties there are."""
    captions: dict[str, str] = {}
    hanging: dict[str, list[Hanging]] = {}
    changed, parties = "", 0
    for number, value, _ in jsonl_values(path):
        if isinstance(value, InputError) or not _is_entity(value):
            message = str(value) if isinstance(value, InputError) else "no FollowTheMoney entity"
            report(ListProblem(file=path.name, where=f"line {number}", message=message))
            continue
        schema = str(value["schema"])
        told = str(value.get("last_change") or value.get("last_seen") or "")
        changed = newest([changed, told])
        parties += schema in PARTIES
        captions[str(value["id"])] = caption(value)
        if schema not in HANGING:
            continue
        props = properties(value)
        for name in HANGING[schema]:
            for owner in props.get(name, []):
                hanging.setdefault(owner, []).append(Hanging(schema, name, props))
    return captions, hanging, changed, parties


def _is_entity(value: object) -> TypeGuard[dict[str, object]]:
    return (
        isinstance(value, dict)
        and isinstance(value.get("id"), str)
        and isinstance(value.get("schema"), str)
        and isinstance(value.get("properties"), dict)
    )


def _read(
    path: Path, key: str, captions: dict[str, str], hanging: dict[str, list[Hanging]]
) -> Iterator[SourceRecord]:
    seen: set[str] = set()
    for _, value, _ in jsonl_values(path):
        if not _is_entity(value):
            continue
        party, uid = PARTIES.get(str(value["schema"])), str(value["id"])
        if party is None or uid in seen:
            continue
        props: Entity = properties(value)
        if not any(props.get(name) for name in ("name", "alias", "lastName")):
            continue
        seen.add(uid)
        references = value.get("referents")
        yield record_of(
            uid,
            party,
            props,
            hanging.get(uid, []),
            captions,
            source=key,
            references=tuple(map(str, references)) if isinstance(references, list) else (),
        )

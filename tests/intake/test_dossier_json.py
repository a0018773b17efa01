"""Dossiers from JSON and JSON Lines."""

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.reading import cohort_of, one_json, refusal, rejects
from tamiz.intake.dossiers.columns import FIELDS
from tamiz.intake.dossiers.entities import TIES
from tamiz.intake.dossiers.ftm import PERSON
from tamiz.model import Dossier

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
KEYS = st.sampled_from([*sorted(FIELDS), "documents", "number", "start", "country", "x", "Nombre"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)
ENTITIES = st.fixed_dictionaries({
    "id": st.sampled_from(["a", "b", "c"]) | SCALARS,
    "schema": st.sampled_from(["Person", "Address", "Company", *TIES]) | SCALARS,
    "properties": st.dictionaries(
        st.sampled_from([*PERSON, *(side for pair in TIES.values() for side in pair), "full"]),
        st.lists(st.sampled_from(["a", "b", "c"]) | SCALARS, max_size=3) | VALUES,
        max_size=5,
    ) | SCALARS,
})  # fmt: skip


def test_values_point_at_where_they_stood(tmp_path: Path) -> None:
    dossier = one_json(tmp_path, phone=["2790000", "2790001"], sponsor=[{"name": "A"}])

    assert [contact.field for contact in dossier.contacts] == ["/phone/0", "/phone/1"]
    assert dossier.relations[0].field == "/sponsor/0"


def test_other_words_for_a_key_are_understood(tmp_path: Path) -> None:
    data = json.dumps([{"Expediente": 7, "Nombre completo": "Ann Moss", "Teléfono": "2790000"}])

    (dossier,) = cohort_of(tmp_path, data, file="people.json")

    assert isinstance(dossier, Dossier)
    assert (dossier.id, dossier.contacts[0].value) == ("7", "2790000")


def test_a_list_separates_and_a_semicolon_in_it_does_not(tmp_path: Path) -> None:
    dossier = one_json(tmp_path, aliases=["Anita; Ana", "Annie"])

    assert [name.text for name in dossier.identity.names] == ["Ann Moss", "Anita; Ana", "Annie"]


def test_a_text_is_divided_as_in_a_table(tmp_path: Path) -> None:
    names = one_json(tmp_path, aliases="Anita; Ana").identity.names

    assert [name.text for name in names] == ["Ann Moss", "Anita", "Ana"]


def test_unknown_keys_are_kept_as_they_are(tmp_path: Path) -> None:
    dossier = one_json(tmp_path, veteran=True, scores={"run": [1, 2]}, note="x", empty=[])

    assert dossier.extra == (("veteran", "true"), ("scores", '{"run": [1, 2]}'), ("note", "x"))


def test_every_fault_of_an_object_is_told_together(tmp_path: Path) -> None:
    data = json.dumps([{"id": "1", "name": True, "phone": {"home": "1"}, "documents": [7]}])

    (reject,) = rejects(cohort_of(tmp_path, data, file="people.json"))

    assert [problem.column for problem in reject.problems] == ["/name", "/phone", "/documents"]
    assert json.loads(reject.original) == json.loads(data)[0]


@pytest.mark.parametrize(
    "wrap", [lambda one: one, lambda one: [one], lambda one: {"dossiers": [one]}]
)
def test_one_dossier_a_list_and_a_wrapped_list_are_read_alike(
    tmp_path: Path, wrap: Callable[[object], object]
) -> None:
    data = json.dumps(wrap({"id": "1", "name": "Ann Moss"}))

    (dossier,) = cohort_of(tmp_path, data, file="people.json")

    assert isinstance(dossier, Dossier)
    assert dossier.id == "1"


@given(values=st.lists(st.dictionaries(KEYS, VALUES, max_size=5) | VALUES, min_size=1, max_size=4))
def test_every_item_comes_out_and_can_be_written(
    tmp_path_factory: pytest.TempPathFactory, values: list[object]
) -> None:
    data = json.dumps(values)

    found = list(cohort_of(tmp_path_factory.mktemp("j"), data, file="people.json"))

    assert len(found) == len(values)
    assert all(msgspec.json.encode(one) for one in found)


@given(values=st.lists(ENTITIES, max_size=8))
def test_no_graph_of_entities_breaks_the_reader(
    tmp_path_factory: pytest.TempPathFactory, values: list[object]
) -> None:
    data = "\n".join(map(json.dumps, values)) + '\n{"id": "z", "schema": "x", "properties": {}}\n'

    assert not refusal(tmp_path_factory.mktemp("j"), data.encode(), file="people.jsonl")

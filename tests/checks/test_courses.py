"""How sensitive a course is, and that it changes only how much certainty is asked for."""

import pytest

from tamiz.checks import Thresholds
from tamiz.checks.courses import Course, Sensitivity, our_courses, sensitivity_of
from tamiz.demo.applicants import COURSES
from tamiz.model import Dossier

HIGH, MEDIUM, LOW = Sensitivity.HIGH, Sensitivity.MEDIUM, Sensitivity.LOW


@pytest.mark.parametrize(
    ("course", "expected"),
    [
        ("drone operator (FPV)", HIGH),
        ("Operador de drones", HIGH),
        ("Оператор БпЛА", HIGH),
        ("Curso de explosivos", HIGH),
        ("Снайперська справа", HIGH),
        ("Guerra electrónica", HIGH),
        ("sapper", HIGH),
        ("infantry basics", MEDIUM),
        ("", MEDIUM),
        ("курс, який потребує часу", MEDIUM),
        ("first aid", LOW),
        ("Primeros auxilios", LOW),
        ("Перша допомога", LOW),
        ("first aid; FPV", HIGH),  # of several the highest
    ],
)
def test_the_sensitivity_of_a_course(course: str, expected: Sensitivity) -> None:
    assert sensitivity_of(course) is expected


@pytest.mark.parametrize(
    ("contains", "sensitivity", "course", "expected"),
    [
        ("mortar", HIGH, "Mortar crew", HIGH),
        ("FPV race", LOW, "FPV race for beginners", LOW),  # own rows stand before ours
        ("FPV race", LOW, "FPV combat", HIGH),
        ("MÉDICO", HIGH, "medico de combate", HIGH),
    ],
)
def test_own_rows_stand_before_ours(
    contains: str, sensitivity: Sensitivity, course: str, expected: Sensitivity
) -> None:
    row = Course(contains=(contains,), sensitivity=sensitivity)

    assert sensitivity_of(course, (row,)) is expected


def test_every_sensitivity_has_its_courses() -> None:
    assert {row.sensitivity for row in our_courses()} == set(Sensitivity)


def test_the_courses_of_the_demonstration_are_of_all_kinds() -> None:
    assert {sensitivity_of(course) for course in COURSES} == set(Sensitivity)


@pytest.mark.parametrize(
    ("course", "expected"), [("FPV", 0.01), ("infantry", 0.03), ("first aid", 0.03)]
)
def test_an_officer_looks_earlier_where_the_course_is_sensitive(
    course: str, expected: float
) -> None:
    assert Thresholds().review_from(Dossier(id="A1", course=course)) == expected


def test_a_policy_that_reviews_much_reviews_no_less_for_sensitive_courses() -> None:
    thresholds = Thresholds(review=0.005, shown=0.001)

    assert thresholds.review_from(Dossier(id="A1", course="FPV")) == thresholds.review

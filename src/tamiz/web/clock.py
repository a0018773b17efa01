"""The clock of the pages, in one place, so that a test can set it."""

from datetime import UTC, datetime, time, timedelta

from django.utils import timezone


def now() -> datetime:
    """This moment, in UTC itself as casework asks for it."""
    return datetime.now(UTC)


def end_of_day(moment: datetime) -> datetime:
    """Midnight after a moment, where the unit is (``TAMIZ_TIME_ZONE``)."""
    tomorrow = timezone.localtime(moment).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time.min, timezone.get_current_timezone())

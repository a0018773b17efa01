"""Counts of attempts as rows of JSON, so that neither a restart nor a second process forgives them.

Django's own cache in a table keeps pickles: whoever could write to the database could run code here.
"""

import hashlib
from datetime import datetime, timedelta
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import transaction
from django.db.models import Q, QuerySet

from tamiz.web.clock import now
from tamiz.web.models import Counted

Timeout = Any  # Django's: seconds, None for ever, or a mark for its default


class Counts(BaseCache):
    """A cache of Django's, for small values."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def add(
        self,
        key: str,
        value: object,
        timeout: Timeout = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        """Whether nothing was there, so that now the value is."""
        name, until = self._name(key, version), self._until(timeout)
        with transaction.atomic():
            Counted.objects.filter(pk=name, until__lte=now()).delete()
            fresh = {"value": value, "until": until}
            return Counted.objects.get_or_create(key=name, defaults=fresh)[1]

    def get(self, key: str, default: object = None, version: int | None = None) -> Any:  # noqa: ANN401 - Django's
        """The value, while it is kept."""
        row = self._kept(key, version).first()
        return default if row is None else row.value

    def set(
        self,
        key: str,
        value: object,
        timeout: Timeout = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        """Keep a value; what is over is forgotten on the way."""
        fresh = {"value": value, "until": self._until(timeout)}
        with transaction.atomic():
            Counted.objects.filter(until__lte=now()).delete()
            Counted.objects.update_or_create(key=self._name(key, version), defaults=fresh)

    def touch(
        self, key: str, timeout: Timeout = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Whether it was there, so that now it is kept for longer."""
        return bool(self._kept(key, version).update(until=self._until(timeout)))

    def delete(self, key: str, version: int | None = None) -> bool:
        """Whether there was something to forget."""
        return bool(Counted.objects.filter(pk=self._name(key, version)).delete()[0])

    def clear(self) -> None:
        """Forget everything."""
        Counted.objects.all().delete()

    def _kept(self, key: str, version: int | None) -> QuerySet[Counted]:
        lasting = Q(until=None) | Q(until__gt=now())
        return Counted.objects.filter(lasting, pk=self._name(key, version))

    def _name(self, key: str, version: int | None) -> str:
        told: str = self.make_key(key, version)
        return hashlib.sha256(told.encode()).hexdigest()

    def _until(self, timeout: Timeout) -> datetime | None:
        seconds = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        return None if seconds is None else now() + timedelta(seconds=float(seconds))

"""The application: its label in the database, and what is noted when somebody comes and goes."""

from django.apps import AppConfig


class Web(AppConfig):
    """The pages of casework."""

    name = "tamiz.web"
    label = "web"

    def ready(self) -> None:
        """Listen to log-ins once the tables are known."""
        from tamiz.web import comings  # noqa: PLC0415 - needs the tables

        comings.listen()

"""Settings that every test shares."""

import os

from hypothesis import settings

settings.register_profile("dev", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("soak", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("TAMIZ_HYPOTHESIS", "dev"))

"""The settings of Django; what differs between units comes from the environment.

TAMIZ_DATA is the folder, TAMIZ_DATABASE the address of a PostgreSQL, TAMIZ_HOSTS the names under
which the pages are reached, TAMIZ_TLS=1 says that a proxy in front speaks TLS, TAMIZ_SECOND_FACTOR
names the roles that need a second factor, TAMIZ_OIDC the settings file of an identity provider.
``tamiz serve`` sets them from its options. Without a folder there is a database in memory and a key
that lasts as long as the process: so tests run.
"""

import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF

from tamiz.web.database import database
from tamiz.web.factor_roles import factor_roles
from tamiz.web.oidc import as_setting, read_provider
from tamiz.web.place import Place, policy_of, screening_policy_of

_PLACE = Place(Path(os.environ["TAMIZ_DATA"])) if os.environ.get("TAMIZ_DATA") else None
_ROOM = Path(__file__).parent
_OIDC = read_provider(Path(os.environ["TAMIZ_OIDC"])) if os.environ.get("TAMIZ_OIDC") else None
_TLS = os.environ.get("TAMIZ_TLS") == "1"

DEBUG = False
# Opens the keys of cases (tamiz.casework.journal).
MASTER_KEY = _PLACE.master() if _PLACE else secrets.token_bytes(32)
SECRET_KEY = _PLACE.key() if _PLACE else secrets.token_urlsafe()
ALLOWED_HOSTS = os.environ.get("TAMIZ_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
ROOT_URLCONF = "tamiz.web.urls"
DATABASES = {
    "default": database(os.environ.get("TAMIZ_DATABASE", ""), _PLACE.database if _PLACE else None)
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "web.Officer"
INSTALLED_APPS = [
    "tamiz.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]
MIDDLEWARE = [
    "tamiz.web.headers.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "tamiz.web.api.door.ApiMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tamiz.web.uploads.UploadMiddleware",
    "tamiz.web.sound.SoundMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "tamiz.web.middleware.LanguageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tamiz.web.middleware.GateMiddleware",
    "tamiz.web.sessions.StashMiddleware",
    "tamiz.web.factors.FactorMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tamiz.web.context.shell",
            ],
            "builtins": ["tamiz.web.templatetags.said"],
        },
    }
]

# Languages: our own sentences are in tamiz.wording; Django and allauth bring theirs compiled.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español"), ("uk", "Українська")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("TAMIZ_TIME_ZONE", "UTC")

# Files that pages load.
STATIC_URL = "/static/"
STATIC_ROOT = _PLACE.static if _PLACE else None
STATICFILES_DIRS = [("report", _ROOM.parent / "output" / "css")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if _PLACE
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = False

# What a page may load and where a form may go: only this server, and nothing written inline.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF, *([_OIDC[0].origin] if _OIDC else [])],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
CSRF_FAILURE_VIEW = "tamiz.web.views.errors.forged"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # a form must say from where it comes
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _TLS else None
SECURE_SSL_REDIRECT = _TLS
SECURE_REDIRECT_EXEMPT = [r"^api/"]  # a program that asks in the clear is told, not led on
SECURE_HSTS_SECONDS = 31_536_000 if _TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _TLS
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if _TLS else []

# Sessions end with the working day, and after an hour without a page. The prefix __Host- binds a
# cookie to this host and to TLS (ASVS 5.0, 3.3).
SESSION_COOKIE_NAME = "__Host-session" if _TLS else "session"
LANGUAGE_COOKIE_NAME = "__Host-language" if _TLS else "language"  # before anybody is logged in
CSRF_COOKIE_NAME = "__Host-csrf" if _TLS else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _TLS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = 12 * 60 * 60
# Messages name applicants by their numbers: they belong into the session, not into a cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_IDLE = 60 * 60
SESSION_SAVE_EVERY_REQUEST = False

# Accounts: local, made by a people administrator through a link; no address, no sign-up.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name", "email")},
    },
    {"NAME": "tamiz.web.passwords.OurWords"},
    {"NAME": "tamiz.web.passwords.Known"},
]
ACCOUNT_ADAPTER = "tamiz.web.accounts.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 30 * 60  # as long as a case stays locked; then asked again
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key"}
# Second factors: who must have one stands in tamiz.web.factor_roles.
SECOND_FACTOR_ROLES = factor_roles(os.environ.get("TAMIZ_SECOND_FACTOR", ""))
MFA_ADAPTER = "tamiz.web.sealed_factors.Factors"
MFA_FORMS = {"add_webauthn": "tamiz.web.factor_forms.AddPasskey"}
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # a passkey alone lets in, so it asks for PIN or finger
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Tamiz"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _TLS  # on loopback only; serve refuses anything else
# The unit's identity provider, where it has one. Its word lets in and gives no role.
OIDC = _OIDC[0] if _OIDC else None
SOCIALACCOUNT_PROVIDERS = as_setting(*_OIDC) if _OIDC else {}
SOCIALACCOUNT_ADAPTER = "tamiz.web.outside.Outside"
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "queue"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# Counts of attempts are rows, so that a restart does not forgive them.
CACHES = {"default": {"BACKEND": "tamiz.web.counts.Counts"}}

# What may come in one request (bytes, and fields of a form).
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 2
# Where files of jobs lie, and where an upload lies while it comes: not in a folder that others share.
FILES = _PLACE.files if _PLACE else None
FILE_UPLOAD_TEMP_DIR = FILES
FILE_UPLOAD_PERMISSIONS = 0o600

# How the unit works its cases: the figures of docs/casework.md.
CASE_POLICY = policy_of(os.environ.get("TAMIZ_CASE_POLICY", ""))
# By what it screens: jobs, dossiers that programs send, and rules that read what was observed.
SCREENING_POLICY = screening_policy_of(os.environ.get("TAMIZ_SCREENING_POLICY", ""))

# The store of lists whose state is shown; None where the pages were given none.
LIST_STORE = Path(os.environ["TAMIZ_STORE"]) if os.environ.get("TAMIZ_STORE") else None

# Where applicants write to, as it stands in their letters: lines with a bar between them.
CONTACT = tuple(
    line.strip() for line in os.environ.get("TAMIZ_CONTACT", "").split("|") if line.strip()
)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "tamiz.web.logs.Discreet"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

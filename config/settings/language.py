"""Language and time: British English first; the desk also in what families speak at home."""

from config.settings.paths import BASE_DIR

LANGUAGE_CODE = "en-gb"
# Each in its own words, as somebody who reads no English looks for it.
LANGUAGES = [("en-gb", "English"), ("pl", "Polski")]
LOCALE_PATHS = [BASE_DIR / "design" / "locale"]
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60  # seconds
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

"""Who may come in: usernames without e-mail, and limits that a school behind one address passes."""

import os

AUTH_USER_MODEL = "families.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
LOGOUT_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "families.sign_in.adapter.Adapter"
ACCOUNT_FORMS = {
    "login": "families.sign_in.forms.SignInForm",
    "confirm_login_code": "families.sign_in.forms.MailedCodeForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_LOGOUT_ON_GET = False
# A whole class signs in from one address; guessing at one name is what has to stop.
ACCOUNT_RATE_LIMITS: dict[str, str] | bool = {
    # Passwords are counted in families.sign_in.limits; this counts codes of a second step.
    "login": "",
    "login_failed": "5/5m/key",
    # Asking for a code by e-mail; the key is the e-mail address.
    "request_login_code": "60/m/ip,3/5m/key,20/d/key",
}
# How many proxies of ours stand in front; without the right number all visitors seem to be one.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("TRUSTED_PROXIES") or 0)

# A code by e-mail, for those who gave an address when they joined.
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60  # seconds
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""

# Teachers, leads and administrators: nothing in their name without a second factor.
STAFF_SECOND_FACTOR = True
MFA_ADAPTER = "families.sign_in.factors.Factors"
MFA_FORMS = {
    "activate_totp": "families.sign_in.forms.NewAppForm",
    "add_webauthn": "families.sign_in.forms.PasskeyForm",
    "authenticate": "families.sign_in.forms.SecondStepForm",
    "reauthenticate": "families.sign_in.forms.SecondStepAgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RATE_LIMITS = {"webauthn_login": "120/m/ip"}
# Nobody can sign up with another's e-mail address here, so it need not be proved first.
MFA_ALLOW_UNVERIFIED_EMAIL = True

# Seconds that nobody may use a session on a computer that is not one's own.
SESSION_IDLE_SHARED = 20 * 60
# What is sent to these from a session that has just ended is kept before it ends.
SESSION_IDLE_SAVES = [
    r"/desk/stories/(?!new/)[\w-]+/",
    r"/desk/stories/[\w-]+/record/(sound|film|picture)/",
]

SESSION_COOKIE_AGE = 8 * 60 * 60  # seconds: a school day
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"

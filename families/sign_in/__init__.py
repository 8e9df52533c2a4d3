"""Coming in: by name and password, by passkey, or by a code sent to an e-mail address."""

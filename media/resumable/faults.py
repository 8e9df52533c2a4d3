"""What a client of the protocol can get wrong, each with the status that tus 1.0.0 gives it."""


class Fault(Exception):
    """Something that the client has to put right; nothing that has arrived is lost."""

    status = 400


class Malformed(Fault):
    """A header that cannot be read."""


class WrongOffset(Fault):
    """The bytes do not go on where the last ones ended."""

    status = 409


class Missing(Fault):
    """The upload was known once, and its bytes are not there any more."""

    status = 410


class TooMuch(Fault):
    """More bytes than the upload said it would have."""

    status = 413


class WrongType(Fault):
    """The body is not a piece of a file."""

    status = 415


class Busy(Fault):
    """Somebody else, perhaps another tab, is sending to this upload."""

    status = 423


class Mismatch(Fault):
    """The bytes are not the ones that the client meant to send; none of them is kept."""

    status = 460

"""The forms of the libraries, with our own checks in place of Wagtail's.

Wagtail opens an upload inside the web process, believes its name, and fails with an
error page at a picture that was cut off. `Picture.clean()` does all of that better.
The settings name these forms: `WAGTAILIMAGES_IMAGE_FORM_BASE = "media.forms.PictureForm"`
and `WAGTAILDOCS_DOCUMENT_FORM_BASE = "media.forms.PaperForm"`.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import FileField
from django.template.defaultfilters import filesizeformat
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from media.limits import largest
from media.refusals import sentence


class PictureFileField(WagtailImageField):
    """A file field that looks at the size only; the record's `clean()` looks at the content."""

    default_validators: list[Any] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.max_upload_size = largest()
        self.help_text = f"A photo or a drawing, up to {filesizeformat(self.max_upload_size)}."
        self.error_messages["file_too_large_unknown_size"] = sentence("too_big")

    def to_python(self, data: Any) -> Any:
        """The upload as it came; raises ValidationError for one that is too big or empty."""
        if getattr(data, "size", None) == 0:
            raise ValidationError(sentence("empty"))
        upload = FileField.to_python(self, data)
        if upload is not None and upload.size > self.max_upload_size:
            raise ValidationError(sentence("too_big"))
        return upload


class Sender:
    """Says whose file it is before it is looked at; Wagtail's bulk uploads say so too late."""

    instance: Any

    def __init__(self, *args: Any, user: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs, user=user)  # type: ignore[call-arg] # Wagtail's form.
        if self.instance.uploaded_by_user is None:
            self.instance.uploaded_by_user = user


class PaperForm(Sender, BaseDocumentForm):
    """Every form of the library of papers is made from this one."""


class PictureForm(Sender, BaseImageForm):
    """Every form of the picture library is made from this one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            plain = self.fields["file"]
            self.fields["file"] = PictureFileField(
                label=plain.label, required=plain.required, widget=plain.widget
            )

from django.apps import AppConfig
from django.utils.translation import gettext_noop as _


class AttachmentsConfig(AppConfig):
    name = "alongside.rooms.attachments"
    label = "attachments"

    def ready(self) -> None:
        from alongside.rooms.people.holdings import Holding, Merge, hold  # noqa: PLC0415 (models load after apps)

        hold(
            Holding(
                "attachments.Attachment",
                _("Pictures and letters"),
                _("Each picture of a letter, a drawing or the like, and why it is kept."),
                Merge.WITH_PARENT,
                ("because",),
            ),
            Holding(
                "attachments.Picture",
                _("The pictures themselves"),
                _("What can be seen, and nothing else of the file: not where it was taken, nor with what."),
                Merge.WITH_PARENT,
                ("picture", "preview"),
            ),
        )

from alongside.rooms.rights.models.access_request import AccessRequest, Pause, Redaction
from alongside.rooms.rights.models.retention import Complaint, Hold, RetentionRule

__all__ = ["AccessRequest", "Complaint", "Hold", "Pause", "Redaction", "RetentionRule"]

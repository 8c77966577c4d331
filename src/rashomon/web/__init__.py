"""The workspace: a web front end over `rashomon.app`, for one analyst or a desk."""

from rashomon.web.api import api_document
from rashomon.web.application import create_application
from rashomon.web.serving import Serving

__all__ = ["Serving", "api_document", "create_application"]

"""An open launch: what its entries give, what its author does, undoes and could not save."""

from launchready.session.creating import create
from launchready.session.session import Session, Waiting

__all__ = ["Session", "Waiting", "create"]

"""A section of the claims' panel: a part of one claim, its edits, and the refusals of those edits right below."""

from __future__ import annotations

from collections.abc import Callable

from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.inspector.section import Section
from launchready.desktop.models.claims import ClaimFacts
from launchready.launch.drafting import Draft
from launchready.launch.model import Claim


class ClaimPart(Section):
    """A section about one claim."""

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object], title: str = "") -> None:
        super().__init__(bridge, open_task, title)
        self.claim_id = ""

    @property
    def claim(self) -> Claim | None:
        return self.bridge.launch.claims.get(self.claim_id)

    def show_claim(self, found: ClaimFacts) -> None:
        anew = found.claim.id != self.claim_id
        self.claim_id = found.claim.id
        if anew:
            self.refusal.clear()
            self.close_form()
        self.fill_claim(found, anew=anew)

    def fill_claim(self, found: ClaimFacts, *, anew: bool) -> None:
        raise NotImplementedError

    def edit_claim(self, **fields: object) -> None:
        def build(draft: Draft) -> None:
            held = draft.launch.claims.get(self.claim_id)
            if held is not None:
                draft.edit_claim(held, **fields)

        self.make(build)

"""What is told of each park besides its figures and projects: put on its shelf once, taken by its page."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.model import HonourProfile, IndustryClaim, PlacedInstrument, PolicyProfile, Profiles


@dataclass(slots=True)
class ParkThings:
    """Policies, what they give, honours, and the industries that the park builds on."""

    policies: list[PolicyProfile] = field(default_factory=list)
    instruments: list[PlacedInstrument] = field(default_factory=list)
    honours: list[HonourProfile] = field(default_factory=list)
    claims: dict[str, IndustryClaim] = field(default_factory=dict)  # by id

    def documents(self) -> list[str]:
        """Every document that tells one of them, as often as it does."""
        told = [each.evidence.document for policy in self.policies for each in policy.mentions]
        told += [each.instrument.evidence.document for each in self.instruments]
        told += [each.evidence.document for honour in self.honours for each in honour.mentions]
        return told + [each.evidence.document for each in self.claims.values()]


def by_park(profiles: Profiles) -> dict[str, ParkThings]:
    """The shelf of every park, by id."""
    shelves: dict[str | None, ParkThings] = {park.id: ParkThings() for park in profiles.parks}
    nowhere = ParkThings()
    for policy in profiles.policies:
        shelves.get(policy.park, nowhere).policies.append(policy)
    for placed in profiles.instruments:
        shelves.get(placed.park, nowhere).instruments.append(placed)
    for honour in profiles.honours:
        shelves.get(honour.park, nowhere).honours.append(honour)
    for industry in profiles.industries:
        for park, _, claim in industry.claims:
            shelves.get(park, nowhere).claims.setdefault(claim.id, claim)
    return {park: shelf for park, shelf in shelves.items() if park is not None}

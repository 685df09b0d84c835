"""The ways from a number to its indicator, tried in the order of WAYS; the first that answers names it.

Each answers with the indicators' names (several where one number is shared: 均), or None.
"""

from __future__ import annotations

from collections.abc import Callable

from core.model import Measure
from core.quantities import Quantity
from extract.ahead import before, of_several
from extract.behind import after, of_a_part
from extract.deeds import as_said, of_a_structure, of_jobs
from extract.grants import of_a_gift, of_a_rate
from extract.onward import clause_before, goes_on, of_a_class, of_a_stage, of_an_approval, sentence_before
from extract.placing import of_a_ranking
from extract.scene import Scene
from extract.sizes import of_a_capacity, of_a_cluster, of_a_line, of_an_act, of_an_area
from extract.sums import after_money, of_a_fund, of_a_grant, of_a_relief, of_an_outlay

Names = tuple[str, ...] | None
Way = Callable[[Quantity, Scene, Measure, str | None], Names]

WAYS: tuple[Way, ...] = (
    of_a_cluster,
    of_an_area,
    of_a_capacity,
    of_a_line,
    of_an_act,
    of_an_approval,
    of_a_ranking,
    of_a_structure,
    of_a_rate,
    of_jobs,
    of_a_part,
    of_a_relief,
    of_a_grant,
    of_a_gift,
    of_a_fund,
    of_a_stage,
    of_a_class,
    after,
    of_several,
    before,
    goes_on,
    after_money,
    of_an_outlay,
    as_said,
    clause_before,
    sentence_before,
)


def find_indicators(
    quantity: Quantity, scene: Scene, measure: Measure, previous: str | None
) -> tuple[tuple[str, ...], str] | None:
    """The names of what the number is about, and the way that found them; None where nothing does."""
    for each in WAYS:
        if names := each(quantity, scene, measure, previous):
            return names, each.__name__
    return None

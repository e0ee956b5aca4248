"""Which questions are insisted on before a record is finished, as far as the answers so far tell."""

from __future__ import annotations

from bruiseaid.engine.case import Case
from bruiseaid.engine.compiled import YES, compiled
from bruiseaid.engine.ready import ready
from bruiseaid.engine.world import answered, world_of
from bruiseaid.protocol.conditions import Always


def not_insisted_on(case: Case) -> frozenset[str]:
    """Ids of the questions whose `finish_when` does not surely hold: neither they nor their details stop a finish."""
    made = ready(case.protocol)
    asking = [question for question in case.protocol.questions if not isinstance(question.finish_when, Always)]
    if not asking:
        return frozenset()
    world = world_of(made, answered(made, case), still_open=False)
    return frozenset(q.id for q in asking if compiled(q.finish_when, made.names)(world, None) != YES)

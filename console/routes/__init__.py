"""The pages and forms: each reads what was asked, calls the desk, and shows what came of it."""

from console.routes import (
    acting,
    conversation,
    conversations,
    entering,
    insight,
    library,
    overseeing,
    reviewing,
    sharing,
)

#: Every router; what is more exact comes first.
ROUTERS = tuple(
    part.router
    for part in (entering, conversations, sharing, acting, reviewing, conversation, insight, library, overseeing)
)

"""What Prometheus is told of the language model."""

from app.watching.metrics import Metrics
from coaching.thinking import Errand
from llm.gate import Call


def test_questions_are_counted_by_errand_and_outcome_with_their_tokens() -> None:
    metrics = Metrics(lambda: None)
    for outcome, tokens in (("ok", 100), ("timeout", 40), ("ok", 10)):
        metrics.asked(Call(Errand.THEORY, outcome, 0.5, tokens, 2))

    def figure(name: str, **labels: str) -> float | None:
        return metrics.registry.get_sample_value(f"journey_coach_{name}", {"errand": "theory", **labels})

    assert figure("model_calls_total", outcome="ok") == 2
    assert figure("model_calls_total", outcome="timeout") == 1
    assert figure("model_tokens_total", direction="in") == 150
    assert figure("model_tokens_total", direction="out") == 6
    assert figure("model_seconds_sum") == 1.5

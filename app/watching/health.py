"""Pages for whoever sees to it that the bot runs: is it alive, is it ready, and its figures."""

from prometheus_client.exposition import choose_encoder
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from app.watching.watch import Watch


def pages(watch: Watch) -> tuple[Route, ...]:
    """`/healthz`: the process answers. `/readyz`: all that it needs is there, else 503; as JSON, part by part.
    `/metrics`: for Prometheus."""

    def alive(_: Request) -> Response:
        return PlainTextResponse("ok")

    def ready(_: Request) -> Response:
        state = watch.state()
        well = all(word == "ok" for word in state.values())
        return JSONResponse({"ready": well, **state}, status_code=200 if well else 503)

    def metrics(request: Request) -> Response:
        encode, kind = choose_encoder(request.headers.get("accept", ""))
        return Response(encode(watch.metrics.registry), headers={"Content-Type": kind})

    return (Route("/healthz", alive), Route("/readyz", ready), Route("/metrics", metrics))

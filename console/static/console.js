// Small comforts for who works by keyboard.
(() => {
  "use strict";

  // Arrows walk through the list that one is in; no single letter is taken, as those belong to assistive software.
  const walk = (event, by) => {
    const items = [...document.querySelectorAll("[data-item]")];
    const next = items[items.indexOf(document.activeElement) + by];
    if (!document.activeElement.matches("[data-item]") || !next) return;
    event.preventDefault();
    next.focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") walk(event, 1);
    if (event.key === "ArrowUp") walk(event, -1);
    if (event.key === "Escape") {
      const place = document.activeElement.closest(".act[id]");
      if (place) close(place);
    }
    if (event.key === "k" && (event.ctrlKey || event.metaKey) && document.querySelector("#q")) {
      event.preventDefault();
      document.querySelector("#q").focus();
    }
  });

  // An address holds the filters that were chosen and no others.
  document.addEventListener("htmx:config:request", (event) => {
    const { method, body } = event.detail.ctx.request;
    if (method.toUpperCase() !== "GET" || !(body instanceof FormData)) return;
    for (const name of [...body.keys()]) if (body.get(name) === "") body.delete(name);
  });

  // Where a form was asked for, its first field is where one goes on; where it is closed again, who asked for it.
  const begin = (place) => place.querySelector("textarea, input:not([type=hidden])")?.focus();
  const close = (place) => {
    place.replaceChildren();
    document.querySelector(`[hx-target="#${place.id}"]`)?.focus();
  };

  document.addEventListener("htmx:after:swap", (event) => {
    const target = event.detail.ctx.target;
    if (target?.matches?.(".act")) begin(target);
  });
  document.addEventListener("click", (event) => {
    const place = event.target.closest("[data-closes]")?.closest(".act[id]");
    if (!place) return;
    event.preventDefault();
    close(place);
  });

  // The talk stays at its end where it was there.
  const talk = document.querySelector("[data-scrolls]");
  let atEnd = !document.querySelector("#lines :target");
  const toEnd = () => { if (talk && atEnd) talk.scrollTop = talk.scrollHeight; };
  talk?.addEventListener("scroll", () => { atEnd = talk.scrollTop + talk.clientHeight > talk.scrollHeight - 80; });
  toEnd();

  if (talk) new MutationObserver(toEnd).observe(talk, { childList: true, subtree: true });
})();

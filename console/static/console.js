// Small comforts for who works by keyboard, and care for what is being typed while news comes in.
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

  // Where a form was asked for, its first field is where one goes on.
  const begin = (form) => form.querySelector("textarea, input:not([type=hidden])")?.focus();

  // Forms that write over nobody's work go by what was last shown; the others by what was there when they were opened.
  const follow = () => {
    const revision = document.querySelector("#poll")?.dataset.revision;
    if (revision) for (const seen of document.querySelectorAll("input[data-follows]")) seen.value = revision;
  };

  // The profile stays as it is while somebody is typing in it.
  document.addEventListener("htmx:before:swap", (event) => {
    const busy = document.querySelector("#profile .act form") !== null;
    const tasks = event.detail.tasks;
    const at = tasks.findIndex((task) => task.target === "#profile" || task.target?.id === "profile");
    if (busy && at !== -1) tasks.splice(at, 1);
  });

  document.addEventListener("htmx:after:swap", (event) => {
    const target = event.detail.ctx.target;
    if (target?.matches?.(".act")) begin(target);
  });

  // The talk stays at its end where it was there.
  const talk = document.querySelector("[data-scrolls]");
  let atEnd = !location.hash;
  const toEnd = () => { if (talk && atEnd) talk.scrollTop = talk.scrollHeight; };
  talk?.addEventListener("scroll", () => { atEnd = talk.scrollTop + talk.clientHeight > talk.scrollHeight - 80; });
  toEnd();

  const news = () => { follow(); toEnd(); };
  if (talk) new MutationObserver(news).observe(talk, { childList: true, subtree: true });
})();

// Small comforts for who works by keyboard, and care for what is being typed while news comes in.
(() => {
  "use strict";

  const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;
  const items = () => [...document.querySelectorAll("[data-item]")];

  const step = (by) => {
    const all = items();
    if (all.length === 0) return;
    const at = all.indexOf(document.activeElement);
    const next = at === -1 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
    all[next].focus();
  };

  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => document.querySelector("#q")?.focus(),
    w: () => document.querySelector("#write-text, #write summary")?.focus(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // A part that somebody is typing in stays as it is; what is saved from it is checked against what is there by then.
  document.addEventListener("htmx:before:swap", (event) => {
    const tasks = event.detail.tasks ?? [];
    for (const task of tasks) {
      const target = typeof task.target === "string" ? document.querySelector(task.target) : task.target;
      if (target?.id === "profile" && target.querySelector(".act form")) tasks.splice(tasks.indexOf(task), 1);
    }
  });

  // Forms that write nothing over another's work go by what was last shown.
  document.addEventListener("htmx:after:swap", () => {
    const revision = document.querySelector("#poll")?.dataset.revision;
    if (revision) for (const seen of document.querySelectorAll("input[data-follows]")) seen.value = revision;
    toEnd();
  });

  // Where a form was asked for, its first field is where one goes on.
  document.addEventListener("htmx:after:swap", (event) => {
    const target = event.detail.ctx?.target;
    if (target?.classList?.contains("act")) target.querySelector("textarea, input:not([type=hidden])")?.focus();
  });

  let atEnd = true;
  const talk = document.querySelector("[data-scrolls]");
  const toEnd = () => { if (talk && atEnd) talk.scrollTop = talk.scrollHeight; };
  if (talk) {
    talk.addEventListener("scroll", () => { atEnd = talk.scrollTop + talk.clientHeight > talk.scrollHeight - 80; });
    if (!location.hash.startsWith("#m")) toEnd();
  }
})();

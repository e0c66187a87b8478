// Pages replace each other without an entry in the browser's history: Back and Reload find no answers. Without
// this script every form works as a plain form. Other scripts of the page hear "shown" when a page has come.

const PATIENCE = 20_000;
let busy = false;
let begun = false;

const page = () => document.body.dataset;
const kiosk = () => page().mode === "kiosk";
const clearing = () => document.querySelector("form:has(.clear)");

// --- from page to page

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.getAttribute("method") !== "post" || "file" in form.dataset) return;
  event.preventDefault();
  send(form, event.submitter);
});

function send(form, button) {
  if (busy) return;
  const fields = new URLSearchParams(new FormData(form, button));
  const clears = form === clearing();
  if (clears) forget();
  fetchPage(form.getAttribute("action"), fields, clears);
}

async function fetchPage(address, body, clears) {
  busy = true;
  document.body.dataset.busy = "";
  try {
    const answer = await fetch(address, {
      method: "POST", body, credentials: "omit", cache: "no-store", redirect: "error", signal: AbortSignal.timeout(PATIENCE),
    });
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!next.getElementById("main")) throw new Error("not a page");
    begun = !clears;
    show(next);
  } catch {
    delete document.body.dataset.busy;
    const box = opened("lost", () => {
      if (box.returnValue === "retry") fetchPage(address, body, clears);
      else if (clears) location.replace(page().start);
    });
  } finally {
    busy = false;
  }
}

function show(next) {
  for (const part of next.querySelectorAll("noscript")) part.remove();
  document.title = next.title;
  document.documentElement.lang = next.documentElement.lang;
  document.body.replaceWith(document.adoptNode(next.body));
  history.replaceState(null, "", page().start);
  scrollTo(0, 0);
  focusOn(document.querySelector(".errors") ?? document.querySelector("h1"));
  document.dispatchEvent(new Event("shown"));
}

function focusOn(element) {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
}

// A link inside the page would make an entry in the history.
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (!link) return;
  event.preventDefault();
  focusOn(document.getElementById(link.hash.slice(1)));
});

// --- nothing stays behind

function forget() {
  for (const part of [...document.body.children]) if (part.localName !== "template") part.remove();
}

addEventListener("pagehide", forget);
addEventListener("pageshow", (event) => {
  if (event.persisted) location.replace(location.pathname);
});

// --- dialogs: what a template says; the value of the button that closes it is what it returns

function opened(name, closed) {
  const box = document.createElement("dialog");
  box.append(document.getElementById(name).content.cloneNode(true));
  box.ariaLabel = box.querySelector("h2").textContent;
  box.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) box.close(button.value);
  });
  box.addEventListener("close", () => {
    box.remove();
    closed();
  });
  document.body.append(box);
  box.showModal();
  return box;
}

// --- an idle visit ends

const SAY_AGAIN = 10;
let touched = Date.now();
let warning = null;

for (const kind of ["pointerdown", "keydown", "touchmove", "wheel", "input"])
  addEventListener(kind, () => warning || (touched = Date.now()), { capture: true, passive: true });

// The dialog outlives the press that extends the visit, lest the press hit what lies beneath.
for (const kind of ["pointerup", "pointercancel", "keyup", "wheel"])
  addEventListener(kind, () => warning && setTimeout(() => warning?.close(), 300), { capture: true, passive: true });

addEventListener("input", () => (begun = true));

setInterval(() => {
  const idle = Number(page().idle);
  const form = clearing();
  if (!idle || !form || !begun || busy) return;
  const left = Math.ceil(idle + Number(page().warn) - (Date.now() - touched) / 1000);
  if (left <= 0) {
    warning?.close();
    send(form, form.querySelector(".clear"));
  } else if (left <= Number(page().warn)) {
    warn(left);
  }
}, 1000);

function warn(left) {
  if (!warning) {
    document.querySelector("dialog")?.close();
    warning = opened("idle", () => {
      warning = null;
      touched = Date.now();
    });
    const heard = document.createElement("p");
    heard.className = "heard";
    heard.role = "status";
    warning.append(heard);
  }
  const seconds = warning.querySelector("[data-seconds]");
  seconds.textContent = left;
  if (left === SAY_AGAIN) warning.querySelector(".heard").textContent = seconds.closest("p").textContent;
}

// --- printing

function offerPrinting() {
  for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
}

document.addEventListener("shown", offerPrinting);
document.addEventListener("click", (event) => event.target.closest("[data-print]") && print());
offerPrinting();

// --- a kiosk is not left, and nothing is carried from one visitor to the next by its clipboard

for (const kind of ["contextmenu", "dragstart", "copy", "cut", "paste", "auxclick"])
  document.addEventListener(kind, (event) => kiosk() && event.preventDefault());

// Back and forward of a mouse.
document.addEventListener("mouseup", (event) => kiosk() && event.button > 2 && event.preventDefault());

document.addEventListener("keydown", (event) => {
  if (!kiosk() || event.getModifierState("AltGraph")) return;
  const held = event.ctrlKey || event.metaKey || event.altKey;
  const zooms = event.ctrlKey && ["+", "-", "=", "0"].includes(event.key);
  if ((held && !zooms) || /^(F\d+|Browser.*|Launch.*|ContextMenu)$/.test(event.key)) event.preventDefault();
});

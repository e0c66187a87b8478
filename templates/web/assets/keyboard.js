// The keyboard on the screen of a kiosk. Its keys are for a finger: they never take the focus from the text.

const LAYOUTS = {
  kk: ["әіңғүұқөһ", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбюё"],
  ru: ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбюё"],
  digits: ["1234567890", "-.,/№()"],
  number: ["123", "456", "789", ",0."],
};
const FACES = { shift: "⇧", erase: "⌫", kk: "Қаз", ru: "Рус", digits: "123" };
let letters = null;
let shifted = false;
let input = null;

const board = () => document.querySelector(".keyboard");
const typed = (element) => element?.matches?.('[data-mode="kiosk"] input.text, [data-mode="kiosk"] textarea') ?? false;

document.addEventListener("focusin", (event) => {
  if (typed(event.target)) raise(event.target);
});
document.addEventListener("click", (event) => {
  if (typed(event.target) && !board()) raise(event.target);
});
// Later, lest the page move under the finger that leaves the text.
document.addEventListener("focusout", () => setTimeout(() => typed(document.activeElement) || board()?.remove(), 300));

function raise(target) {
  const layout = /^(numeric|decimal|tel)$/.test(target.inputMode) ? "number" : (letters ??= document.documentElement.lang);
  input = target;
  lay(layout);
  target.scrollIntoView({ block: "nearest" });
}

document.addEventListener("shown", () => (letters = null));

function lay(layout) {
  const names = document.getElementById("keyboard")?.content;
  if (!names) return;
  const name = (key) => names.querySelector(`[data-key="${key}"]`).textContent;
  const keys = document.createElement("div");
  keys.className = "keyboard";
  keys.role = "region";
  keys.ariaLabel = name("board");
  for (const row of LAYOUTS[layout]) keys.append(rowOf([...row].map((sign) => keyOf(shifted ? sign.toUpperCase() : sign))));
  const others = layout === "number" ? [] : Object.keys(LAYOUTS).filter((other) => other !== layout && other !== "number");
  const last = [
    ...(layout === "kk" || layout === "ru" ? ["shift"] : []),
    ...others,
    ...(layout === "number" ? [] : ["space"]),
    "erase",
    "done",
  ];
  keys.append(rowOf(last.map((does) => special(does, FACES[does] ?? name(does)))));
  keys.querySelector('[data-does="shift"]')?.setAttribute("aria-pressed", shifted);
  keys.dataset.layout = layout;
  keys.addEventListener("mousedown", (event) => event.preventDefault());
  keys.addEventListener("click", pressed);
  if (board()) board().replaceWith(keys);
  else document.body.append(keys);

  function special(does, face) {
    const key = keyOf(face);
    key.dataset.does = does;
    key.className = does === "space" ? "space" : "wide";
    key.ariaLabel = name(does);
    return key;
  }
}

function rowOf(keys) {
  const row = document.createElement("div");
  row.append(...keys);
  return row;
}

function keyOf(face) {
  const key = document.createElement("button");
  key.type = "button";
  key.tabIndex = -1;
  key.textContent = face;
  return key;
}

function pressed(event) {
  const key = event.target.closest("button");
  if (!key || !input?.isConnected) return;
  input.focus({ preventScroll: true });
  const does = key.dataset.does;
  const layout = board().dataset.layout;
  if (!does) put(key.textContent);
  else if (does === "space") put(" ");
  else if (does === "erase") erase();
  else if (does === "done") return board().remove();
  if (does === "kk" || does === "ru") letters = does;
  if (does === "erase" || does === "space" || (!does && !shifted)) return;
  shifted = does === "shift" && !shifted;
  lay(does in LAYOUTS ? does : layout);
}

function put(sign) {
  const { selectionStart: from, selectionEnd: to, value, maxLength } = input;
  if (maxLength >= 0 && value.length - (to - from) >= maxLength) return;
  change(sign, from, to);
}

function erase() {
  const { selectionStart: from, selectionEnd: to } = input;
  change("", from === to ? Math.max(from - 1, 0) : from, to);
}

function change(sign, from, to) {
  input.setRangeText(sign, from, to, "end");
  input.dispatchEvent(new InputEvent("input", { bubbles: true, data: sign, inputType: sign ? "insertText" : "deleteContentBackward" }));
}

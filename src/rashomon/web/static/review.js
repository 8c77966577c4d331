// The queue without waiting: what comes next is on the page already, so that a key shows its effect at once; the
// decision is sent meanwhile. Whatever the server refuses is sent once more by the page itself, which tells why.
const item = document.getElementById("item");
const AT_ONCE = new Set(["accept", "reject", "correct"]), LEAST = 6;
const queue = [], past = [], gone = new Set(new URLSearchParams(location.search).getAll("skip"));
const known = new Set(item ? [item.dataset.claim] : []);
let sent = Promise.resolve(), filling = false, held = false, ended = false;
if (item) start();

function start() {
  document.addEventListener("submit", (event) => {
    const form = event.target, body = new FormData(form, event.submitter);
    if (form.matches(".undo")) return undo(event);
    if (!item.contains(form) || form.dataset.again) return; // sent once more, it goes as without script
    if (AT_ONCE.has(body.get("kind")) && queue.length) return decide(event, form, body);
    if (AT_ONCE.has(body.get("kind")) && filling) return hold(event, form, event.submitter);
    again(event, form, event.submitter); // after what is still under way
  });
  item.addEventListener("click", (event) => {
    const skip = event.target.closest('a[data-key="s"]');
    if (!skip) return;
    event.preventDefault();
    gone.add(item.dataset.claim);
    if (queue.length) return show(queue.shift());
    const address = new URL(skip.href);
    for (const claim of gone) address.searchParams.append("skip", claim);
    sent.then(() => location.assign(address));
  });
  fill();
}

// What comes next is on its way: the key counts once it is here, and only once.
function hold(event, form, submitter) {
  event.preventDefault();
  if (held) return;
  held = true;
  document.addEventListener("filled", () => setTimeout(() => ((held = false), form.requestSubmit(submitter))), { once: true });
}

function decide(event, form, body) {
  event.preventDefault();
  const step = { claim: item.dataset.claim, nodes: [...item.childNodes], id: null };
  body.set("kind", event.submitter.value);
  show(queue.shift());
  past.push(step);
  tell("Saving …", null);
  sent = sent.then(() => send(step, form, event.submitter, body));
}

async function send(step, form, submitter, body) {
  const taken = await ask("/decisions", new URLSearchParams(body));
  if (!taken) {
    show(step); // refused, or somebody else decided: the page itself asks again and shows the answer
    return resend(form, submitter);
  }
  if (taken.proposed) {
    past.splice(past.indexOf(step), 1); // nothing was decided yet: it is taken back from the list of proposals
    return tell("Proposed. Another person must confirm it.", null, false);
  }
  step.id = taken.id;
  if (past.at(-1) === step) tell(`The last one: ${taken.done}${taken.now ? ` (${taken.now})` : ""}.`, taken.id);
  fill();
}

// The server's answer to a decision; null where it did not take it. The state of the project that it made is no news.
async function ask(address, body) {
  const own = (detail) => document.dispatchEvent(new CustomEvent("own", { detail }));
  own({ begins: true });
  const answer = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } }).catch(() => null);
  const taken = answer?.ok && answer.headers.get("content-type").includes("json") ? await answer.json() : null;
  own({ state: taken?.state });
  return taken;
}

async function undo(event) {
  const step = past.pop();
  if (!step) return; // decided before this page was opened: the form itself is sent
  event.preventDefault();
  const form = event.target, token = form.elements.token.value;
  queue.unshift({ claim: item.dataset.claim, nodes: [...item.childNodes] });
  show(step);
  tell("Undone.", past.at(-1)?.id ?? null);
  sent = sent.then(async () => {
    const answer = await ask("/decisions/undo", new URLSearchParams({ decision: step.id, token }));
    if (!answer) location.reload();
  });
}

function again(event, form, submitter) {
  event.preventDefault();
  sent.then(() => setTimeout(() => resend(form, submitter))); // not while this very event is being told
}

function resend(form, submitter) {
  form.dataset.again = "1";
  for (const value of gone) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "skip", value }));
  form.requestSubmit(submitter);
}

function show(step) {
  item.replaceChildren(...step.nodes);
  item.dataset.claim = step.claim;
  scrollTo({ top: 0 });
  item.focus({ preventScroll: true });
  if (queue.length < LEAST) fill();
}

// The line on what was done last, with the form that undoes it; `id` is null while there is nothing to undo yet.
function tell(text, id, undoable = past.length > 0) {
  const place = document.getElementById("last"), form = document.createElement("form");
  Object.assign(form, { method: "post", action: "/decisions/undo", className: "undo" });
  for (const [name, value] of [["token", document.body.dataset.token], ["decision", id ?? ""], ["story", item.dataset.story]]) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  const words = Object.assign(document.createElement("span"), { textContent: text });
  words.setAttribute("role", "status");
  form.append(words);
  if (undoable) {
    const button = Object.assign(document.createElement("button"), { textContent: "Undo " });
    button.dataset.key = "u";
    button.append(Object.assign(document.createElement("kbd"), { textContent: "u" }));
    form.append(" ", button);
  }
  place.replaceChildren(form);
}

async function fill() {
  if (filling || ended || queue.length >= LEAST) return;
  const address = new URL("/review/ahead", location);
  if (item.dataset.story) address.searchParams.set("story", item.dataset.story);
  for (const claim of new Set([...known, ...gone])) address.searchParams.append("skip", claim);
  filling = true;
  const answer = await fetch(address, { headers: { accept: "text/html" } }).catch(() => null);
  const page = new DOMParser().parseFromString(answer?.ok ? await answer.text() : "", "text/html");
  const found = [...page.querySelectorAll("section[data-claim]")].filter((s) => !known.has(s.dataset.claim));
  ended = !found.length;
  for (const section of found) {
    known.add(section.dataset.claim);
    queue.push({ claim: section.dataset.claim, nodes: [...document.importNode(section, true).childNodes] });
  }
  filling = false;
  document.dispatchEvent(new Event("filled"));
}

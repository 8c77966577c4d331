// The pages read without this. With it: the as-of slider changes the page in place, keys decide, and news is told.
const range = document.getElementById("as-of");
if (range) startSlider(range);
startKeys();
startNews();
startCopying();
startFetching();
document.addEventListener("shown", startCopying);

function startSlider(slider) {
  const choice = slider.form.elements.as_of;
  const moments = Array.from(choice.options, (option) => option.value).filter(Boolean).reverse();
  slider.hidden = false;
  slider.value = choice.value ? moments.indexOf(choice.value) : moments.length - 1;
  let busy = false, again = false;
  slider.addEventListener("input", async () => {
    if (busy) return void (again = true); // one question at a time: stops passed over meanwhile are not asked for
    busy = true;
    try {
      do {
        again = false;
        await show();
      } while (again);
    } finally {
      busy = false;
    }
  });
  async function show() {
    const last = Number(slider.value) === moments.length - 1;
    choice.value = last ? "" : moments[slider.value];
    slider.setAttribute("aria-valuetext", choice.selectedOptions[0].textContent);
    const address = new URL(slider.form.action);
    for (const [name, value] of new FormData(slider.form)) if (value) address.searchParams.set(name, value);
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of ["#dossier", ".storyhead"]) document.querySelector(part).replaceWith(page.querySelector(part));
    history.replaceState(null, "", address);
    document.dispatchEvent(new Event("shown"));
  }
}

function startKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const wanted = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (wanted) {
      event.preventDefault();
      wanted.click();
      const opened = wanted.tagName === "SUMMARY" && wanted.parentElement.open;
      if (opened) wanted.parentElement.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.form) event.target.blur();
  });
}

function startNews() {
  const news = document.getElementById("news");
  if (!news || !window.EventSource || document.getElementById("adding")) return; // what is being added tells itself
  const ours = new Set(); // states that this page made itself are no news to it
  let known = null, busy = 0, held = null;
  document.addEventListener("own", ({ detail }) => {
    busy += detail.begins ? 1 : -1;
    if (detail.state) ours.add(detail.state);
    if (!busy && held !== null) tell(held);
  });
  new EventSource("/events").addEventListener("change", ({ data }) => {
    if (busy) held = data; // perhaps what this page is doing: its answer says so
    else tell(data);
  });
  function tell(state) {
    if (known !== null && state !== known && !ours.has(state)) {
      news.querySelector("a").href = location.href;
      news.hidden = false;
    }
    [known, held] = [state, null];
  }
}

// What a list leaves out comes in its place; without script the link leads to a page of it.
function startFetching() {
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a.fetched");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const answer = await fetch(link.href, { headers: { accept: "text/html" } });
    const more = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("sentences");
    if (!more) return void (location.href = link.href);
    const parts = [...more.children];
    (link.closest("li.rest") ?? link.closest("p")).replaceWith(...parts);
    parts[0]?.querySelector("a")?.focus({ preventScroll: true }); // where the link was, reading goes on
  });
}

// A button beside each line that is made to be quoted; without script the line is selected whole by a click.
function startCopying() {
  if (!navigator.clipboard) return;
  for (const line of document.querySelectorAll("q.cite")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(line.textContent);
      button.textContent = "Copied";
    });
    line.after(button);
  }
}

// Shows how far an adding is; without this the page asks again by itself every two seconds.
async function look() {
  const now = document.getElementById("adding");
  if (!now?.hasAttribute("data-running")) return;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById("adding");
    if (next) {
      if (!next.hasAttribute("data-running")) now.replaceWith(next), (document.title = page.title);
      else {
        const [was, is] = [now, next].map((part) => part.querySelector("[role=status]"));
        if (was.textContent !== is.textContent) was.textContent = is.textContent;
        now.querySelector("progress").replaceWith(next.querySelector("progress"));
      }
    }
  } catch {
    // The server did not answer: it is asked again.
  }
  setTimeout(look, 700);
}
setTimeout(look, 400);

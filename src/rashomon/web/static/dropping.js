// Files may be dropped anywhere on the form, not on their field alone.
const form = document.querySelector("form.adding"), field = form?.elements.files;
if (field) {
  let inside = 0; // each part of the form that is entered or left tells it
  const carries = (event) => event.dataTransfer?.types.includes("Files");
  const over = (is) => form.classList.toggle("over", is);
  form.addEventListener("dragenter", (event) => carries(event) && over(++inside > 0));
  form.addEventListener("dragleave", (event) => carries(event) && over(--inside > 0));
  form.addEventListener("dragover", (event) => carries(event) && event.preventDefault());
  form.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    over((inside = 0) > 0);
    field.files = event.dataTransfer.files;
    field.focus();
  });
}

"use strict";
// Without this program the page shows everything; with it, findings can be searched and filtered.

const filters = document.getElementById("filters");
if (filters) {
  const list = document.getElementById("list");
  const count = document.getElementById("count");
  const words = document.getElementById("words");
  const choices = ["severity", "rule", "file", "fix"].map((name) => document.getElementById(name));
  const findings = Array.from(list.children, (element) => ({
    element,
    text: element.textContent.toLowerCase(),
  }));

  const show = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = choices.filter((choice) => choice.value);
    let shown = 0;
    for (const { element, text } of findings) {
      const fits =
        chosen.every((choice) => element.dataset[choice.id] === choice.value) &&
        wanted.every((word) => text.includes(word));
      element.hidden = !fits;
      shown += fits;
    }
    const all = `${findings.length} finding${findings.length === 1 ? "" : "s"}`;
    count.textContent = shown === findings.length ? all : `${shown} of ${all}`;
  };

  words.addEventListener("input", show);
  for (const choice of choices) choice.addEventListener("change", show);
  document.getElementById("all").addEventListener("click", () => {
    for (const field of [words, ...choices]) field.value = "";
    show();
  });
  filters.hidden = false;
  // A browser that goes back to the page may have kept what was typed.
  show();
}

// On paper nothing can be opened.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
});

"use strict";
for (const area of document.querySelectorAll(".drop")) {
  const input = area.querySelector("input");
  area.addEventListener("dragover", (event) => { event.preventDefault(); area.classList.add("over"); });
  area.addEventListener("dragleave", () => area.classList.remove("over"));
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    area.classList.remove("over");
    if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
  });
}
for (const form of document.forms) {
  const button = form.querySelector("[data-busy]");
  const label = button.textContent;
  form.addEventListener("submit", () => { button.disabled = true; button.textContent = button.dataset.busy; });
  addEventListener("pageshow", () => { button.disabled = false; button.textContent = label; });
}

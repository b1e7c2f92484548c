// Comforts only: every page works without this file.
"use strict";
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  // When it was written down, for a record that has to wait for a way to the server.
  if (form.dataset.offline === "record" && !form.elements.tapped) {
    const tapped = Object.assign(document.createElement("input"), { type: "hidden", name: "tapped" });
    tapped.value = new Date().toISOString().slice(0, 19) + "Z";
    form.append(tapped);
  }
});
// A page that comes back from the browser's memory may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.forms) {
    delete form.dataset.sent;
    form.elements.tapped?.remove();
  }
});

// A timer beside a practice.
for (const timer of document.querySelectorAll(".timer")) {
  const [button, output, done] = timer.children;
  let ticking = null;
  button.addEventListener("click", () => {
    clearInterval(ticking);
    done.textContent = "";
    const end = Date.now() + timer.dataset.seconds * 1000;
    const show = () => {
      const left = Math.max(0, Math.round((end - Date.now()) / 1000));
      output.textContent = Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
      if (left) return;
      clearInterval(ticking);
      done.textContent = timer.dataset.done;
      done.classList.remove("unseen");
    };
    show();
    ticking = setInterval(show, 1000);
  });
}

// Only one "Not now" is open at a time, and a tap elsewhere closes it.
document.addEventListener("click", (event) => {
  for (const one of document.querySelectorAll("details.later[open]")) if (!one.contains(event.target)) one.open = false;
});

// What can be used without a way to the server.
if (navigator.serviceWorker && !document.body.classList.contains("alone")) {
  navigator.serviceWorker.register("/worker.js").then(() => navigator.serviceWorker.ready).then(({ active }) => {
    navigator.serviceWorker.addEventListener("message", ({ data }) => {
      if (data.refused) document.getElementById("refused").hidden = false;
    });
    active.postMessage("send");
    if (!sessionStorage.getItem("calm")) active.postMessage("calm");
    sessionStorage.setItem("calm", "kept");
    window.addEventListener("online", () => active.postMessage("send"));
    const choice = document.querySelector("[data-keep-words]");
    if (!choice) return;
    const box = choice.querySelector("input");
    navigator.serviceWorker.addEventListener("message", ({ data }) => {
      if ("words" in data) box.checked = data.words;
    });
    active.postMessage("kept");
    box.addEventListener("change", () => active.postMessage(box.checked ? "keep" : "drop"));
    choice.classList.remove("waiting");
  }).catch(() => {});
}

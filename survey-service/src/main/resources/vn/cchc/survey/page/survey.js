// Keeps what was entered in this tab until it has been received, so that it survives a lost connection. The page works without.
(() => {
  const done = document.querySelector("[data-done]");
  if (done) {
    sessionStorage.removeItem("survey-" + done.dataset.done);
    return;
  }
  const form = document.getElementById("form");
  if (!form) return;
  const key = "survey-" + form.elements.token.value;
  const faults = document.getElementById("faults");
  if (faults) faults.focus();
  const kept = JSON.parse(sessionStorage.getItem(key) || "[]");
  for (const [name, value] of kept) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === "radio") field.checked = field.checked || field.value === value && !faults;
      else if (name !== "token" && !field.value) field.value = value;
    }
  }
  form.addEventListener("change", () => sessionStorage.setItem(key, JSON.stringify([...new FormData(form)])));
  // In the order of the page, so that what depends on a hidden question is hidden, too.
  const ask = () => {
    for (const part of form.querySelectorAll("[data-if]")) {
      const given = form.querySelector(`[name="${CSS.escape(part.dataset.if)}"]:checked`);
      part.hidden = !given || given.closest("[hidden]") !== null || !part.dataset.values.split(" ").includes(given.value);
    }
  };
  form.addEventListener("change", ask);
  ask();
})();

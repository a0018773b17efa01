// Says at once that a file is too large, instead of sending it for nothing. The server refuses it as well.
"use strict";
for (const input of document.querySelectorAll("input[type=file][data-largest]")) {
  input.addEventListener("change", () => {
    const file = input.files[0];
    const isTooLarge = file && file.size > Number(input.dataset.largest);
    input.setCustomValidity(isTooLarge ? input.dataset.tooLarge : "");
    input.reportValidity();
  });
}

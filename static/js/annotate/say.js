// What the page says, in the language of the page.
export const say = document.getElementById("say").dataset;

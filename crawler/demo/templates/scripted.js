// What fills the scripted wing of the demo site. data-mode says how a list goes on, or what an article does besides.
const app = document.getElementById("app");
const mode = app.dataset.mode;
const elsewhere = "http://127.0.0.1:" + (Number(location.port) + 1);

async function ask(path) {
  const answer = await fetch(path, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  return answer.json();
}

function element(name, text, parent) {
  const made = document.createElement(name);
  made.textContent = text;
  parent.append(made);
  return made;
}

let page = 0;
let busy = false;
let more = true;

async function next() {
  if (busy || !more) return;
  busy = true;
  const found = await ask("/api/list" + location.pathname.replace(/\/$/, "") + "?page=" + ++page);
  more = found.has_more;
  for (const item of found.items) {
    const card = element("article", "", app);
    card.className = "card";
    const link = element("a", item.title, element("h3", "", card));
    link.href = item.url;
    element("p", item.summary, card);
    card.style.minHeight = "200px";
  }
  busy = false;
}

function withButton() {
  const button = document.querySelector("button") || element("button", "Load more", document.body);
  button.addEventListener("click", async () => {
    await next();
    if (!more) button.remove();
  });
}

function onScroll() {
  const sentinel = element("div", "", document.body);
  sentinel.className = "infinite-scroll";
  new IntersectionObserver((entries) => entries[0].isIntersecting && next()).observe(sentinel);
}

function askConsent() {
  const dialog = document.createElement("div");
  dialog.className = "klaro";
  dialog.innerHTML = "<p>We and our 812 partners value your privacy.</p>";
  element("button", "I decline", dialog).className = "cm-btn cm-btn-decline";
  element("button", "Accept all", dialog).className = "cm-btn cm-btn-success";
  document.body.append(dialog);
  dialog.addEventListener("click", (event) => {
    if (event.target.tagName !== "BUTTON") return;
    window.choice = event.target.textContent;
    dialog.remove();
    more = true;
    next().then(withButton);
  });
}

async function article() {
  const story = await ask("/api/story/" + location.pathname.match(/\/(\d+)-/)[1]);
  document.title = story.headline;
  const facts = element("script", "", document.head);
  facts.type = "application/ld+json";
  facts.textContent = JSON.stringify({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: story.headline,
    datePublished: story.datePublished,
    description: story.description,
  });
  const text = element("article", "", app);
  element("h1", story.headline, text);
  if (story.authors.length) element("p", "By " + story.authors.map((each) => each.name).join(" and "), text).className = "byline";
  text.insertAdjacentHTML("beforeend", story.body);
}

const mischief = {
  alerts() {
    for (let count = 0; count < 30; count++) alert("Subscribe!");
  },
  windows() {
    for (let count = 0; count < 5; count++) window.open(elsewhere + "/window" + count);
    const link = document.createElement("a");
    link.href = elsewhere + "/tab";
    link.target = "_blank";
    link.click();
  },
  requests() {
    fetch(elsewhere + "/fetch").catch(() => 0);
    fetch("/keluar?to=" + encodeURIComponent(elsewhere)).catch(() => 0);
    fetch("/internal/stats").then((answer) => { window.leaked = answer.status; }).catch(() => 0);
    new WebSocket(elsewhere.replace("http", "ws") + "/socket").onerror = () => 0;
    new EventSource(elsewhere + "/events");
    navigator.sendBeacon(elsewhere + "/beacon", "x");
    new Image().src = elsewhere + "/picture";
    const frame = document.createElement("iframe");
    frame.src = elsewhere + "/frame";
    document.body.append(frame);
    const code = "fetch('" + elsewhere + "/worker').catch(() => 0)";
    new Worker(URL.createObjectURL(new Blob([code])));
    new SharedWorker(URL.createObjectURL(new Blob([code])));
    const peer = new RTCPeerConnection({ iceServers: [{ urls: elsewhere.replace("http://", "stun:") }] });
    peer.createDataChannel("x");
    peer.createOffer().then((offer) => peer.setLocalDescription(offer));
    navigator.serviceWorker?.register("/assets/app.js").catch(() => 0);
    for (const rel of ["preconnect", "prefetch", "dns-prefetch"]) {
      const hint = document.createElement("link");
      hint.rel = rel;
      hint.href = elsewhere + "/hint";
      document.head.append(hint);
    }
  },
  downloads() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["x".repeat(1000000)]));
    link.download = "gift.bin";
    document.body.append(link);
    link.click();
    location.href = "/internal/gift.zip";
  },
  loop() {
    for (;;) document.title = "Loading";
  },
  growth() {
    for (;;) document.body.insertAdjacentHTML("beforeend", "<p>more and more</p>".repeat(5000));
  },
};

if (mode === "client") next().then(() => more && withButton());
else if (mode === "scroll") next().then(onScroll);
else if (mode === "button") { page = 1; withButton(); }
else if (mode === "consent") askConsent();
else if (mode === "article") article();
else { mischief[mode](); article(); }

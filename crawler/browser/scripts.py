"""The few lines of JavaScript that are run in a page. What they give is a page's word: checked, never trusted."""

MEASURE = "[document.getElementsByTagName('*').length, document.links.length]"
"""How large the page is: as long as that changes, it is being built."""
LENGTH = "document.documentElement.outerHTML.length"
DISMISS = """selectors => {
  for (const selector of selectors) {
    const found = document.querySelector(selector);
    if (found && found.getClientRects().length) { found.click(); return selector; }
  }
  return null;
}"""
"""Click the first that is shown."""
MORE = """words => {
  const text = e => (e.innerText || e.value || '').replace(/\\s+/g, ' ').trim().toLowerCase();
  const leads = e => e.tagName === 'A' && e.getAttribute('href') && !/^(#|javascript:)/i.test(e.getAttribute('href'));
  const usable = e => e.getClientRects().length && !e.disabled && !leads(e);
  const buttons = [...document.querySelectorAll('button, [role=button], a, input[type=button]')].filter(usable);
  const button = buttons.find(e => words.includes(text(e)));
  if (button) button.click();
  window.scrollTo(0, document.documentElement.scrollHeight);
  return Boolean(button);
}"""
"""Click what loads more, and scroll to the end."""

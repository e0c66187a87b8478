// What axe does not see: how large targets are, how well a focus is seen, whether anything needs scrolling sideways.
({
  targets() {
    const found = [];
    for (const one of document.querySelectorAll("button, summary, a[href], input:not([type=hidden])")) {
      const target = one.closest("label") ?? one;
      const { width, height } = target.getBoundingClientRect();
      if (one.checkVisibility() && (width < 48 || height < 48)) found.push(`${target.textContent.trim()} ${width}x${height}`);
    }
    return found;
  },
  wider() {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const beyond = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1);
    return [`${root.scrollWidth} > ${root.clientWidth}`, ...beyond.map((one) => one.outerHTML.slice(0, 80))];
  },
  reachable() {
    const all = document.querySelectorAll("button:not([tabindex='-1']), summary, a[href], input:not([type=hidden])");
    return [...all].filter((one) => one.checkVisibility() && !one.closest(".keyboard")).length;
  },
  focus() {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    one.order ??= crypto.randomUUID();
    const shown = one.closest(".choice") ?? one;
    const { outlineColor, outlineWidth, outlineStyle } = getComputedStyle(shown);
    const box = shown.getBoundingClientRect();
    const seen = box.top >= 0 && box.bottom <= innerHeight && box.left >= 0;
    let around = shown.parentElement;
    const ground = (element) => getComputedStyle(element).backgroundColor;
    while (around && /, 0\)$/.test(ground(around))) around = around.parentElement;
    const contrast = ratio(outlineColor, around ? ground(around) : "rgb(255, 255, 255)");
    return { id: one.order, text: shown.textContent.trim().slice(0, 40), ring: outlineStyle === "none" ? 0 : parseFloat(outlineWidth), contrast, seen };

    function ratio(...colors) {
      const [dark, light] = colors.map(luminance).sort((one, other) => one - other);
      return (light + 0.05) / (dark + 0.05);
    }
    function luminance(color) {
      const [red, green, blue] = color.match(/[\d.]+/g).map(Number)
        .map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }
  },
  moving() {
    return [...document.querySelectorAll("*")].filter((one) => {
      const style = getComputedStyle(one);
      return style.transitionDuration !== "0s" || style.animationName !== "none";
    }).length;
  },
})

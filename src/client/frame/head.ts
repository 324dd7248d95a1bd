import { useEffect } from "react";
import { materialName } from "../../ui/icon.tsx";
import { useStore } from "../../ui/store.ts";
import { useEmoji } from "../../ui/markdown/emoji.ts";
import type { Session } from "../session.ts";

const DEFAULT_TITLE = "Rivulet";

/** Title and icon of the browser tab: of the page config, else of the page shown. */
export function usePageHead(session: Session): void {
  const config = useStore(session.pageConfig);
  const navigation = useStore(session.navigation);
  const page = navigation?.sections.flatMap(({ pages }) => pages).find(({ path, href }) => path === navigation.current && href === undefined);
  const title = config.title ?? page?.title ?? DEFAULT_TITLE;
  const icon = config.icon ?? (page?.icon === "spinner" ? undefined : page?.icon);
  const code = /^:([a-z0-9_+-]+):$/.exec(icon ?? "")?.[1];
  const names = useEmoji(code !== undefined);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (!icon) return setFavicon(null);
    const drawn = code ? names?.[code] : icon;
    if (drawn) void faviconOf(drawn).then(setFavicon, () => setFavicon(null));
    return undefined;
  }, [icon, code, names]);
}

let original: string | null = null;

function setFavicon(href: string | null): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (!link) return;
  original ??= link.href;
  link.href = href ?? original;
}

/** An address of an image, or an emoji or material icon drawn as one. */
async function faviconOf(icon: string): Promise<string> {
  const material = materialName(icon);
  if (!material && (/[./:]/.test(icon) || icon.length > 12)) return new URL(icon, document.baseURI).href;
  const canvas = document.createElement("canvas");
  canvas.width = 64;
  canvas.height = 64;
  const draw = canvas.getContext("2d");
  if (!draw) throw new Error("no canvas to draw the favicon on");
  draw.textAlign = "center";
  draw.textBaseline = "middle";
  if (material) {
    await document.fonts.load('64px "Material Symbols Rounded"', material);
    draw.font = '64px "Material Symbols Rounded"';
    draw.fillStyle = window.matchMedia("(prefers-color-scheme: dark)").matches ? "#fafafa" : "#31333f";
  } else draw.font = '54px "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif';
  draw.fillText(material ?? icon, 32, 36);
  return canvas.toDataURL("image/png");
}

import { useEffect, useState } from "react";
import { currentLogo, type ReadyImage } from "../../ui/logo.ts";
import { usePage } from "../../ui/page.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Logo, LogoImage } from "./logo.ts";

/** An image as the browser can show it; undefined while it is on its way. */
function useReady(image: LogoImage | undefined): ReadyImage | undefined {
  const page = usePage();
  const [made, setMade] = useState<{ of: LogoImage; src: string }>();
  useEffect(() => {
    if (!image || !("bytes" in image)) return undefined;
    let address: string | undefined;
    let isOver = false;
    const { bytes, type } = image;
    void Promise.resolve(bytes instanceof Uint8Array ? bytes : page.payload(bytes)).then((whole) => {
      if (isOver) return;
      address = URL.createObjectURL(new Blob([whole as Uint8Array<ArrayBuffer>], { type }));
      setMade({ of: image, src: address });
    });
    return () => {
      isOver = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [image, page]);
  if (!image) return undefined;
  if ("icon" in image) return image;
  if ("src" in image) return { src: new URL(image.src, page.base).href };
  return made?.of === image ? { src: made.src } : undefined;
}

/** Draws nothing itself: the frame has the places for it. */
function LogoView({ props }: ViewProps<typeof Logo>): null {
  const { size, link } = props;
  const image = useReady(props.image);
  const iconImage = useReady(props.iconImage);
  const isReady = image !== undefined && (props.iconImage === undefined || iconImage !== undefined);
  useEffect(() => {
    if (isReady) currentLogo.set({ image: image as ReadyImage, iconImage, size, link });
    // Another image comes as another node's props: until it is ready, the one before stays.
  });
  useEffect(() => () => currentLogo.set(null), []);
  return null;
}

export const logoView = view<typeof Logo>("logo", LogoView);

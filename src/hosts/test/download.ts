import type { Session } from "../../engine/sessions/session.ts";
import { describeMedia } from "../node/files/media-type.ts";

/** What the element with a widget id offers, as a click on the page would get it; a text says why there is nothing. */
export async function downloadFrom(session: Session, id: string): Promise<File | string> {
  const prepared = await session.prepareMedia(id);
  if (!prepared) return "it offers nothing";
  if ("error" in prepared) return prepared.error.message;
  const media = await session.openMedia(prepared.ready);
  if (!media) return "it offers nothing";
  const bytes = await new Response(media.read()).arrayBuffer();
  const { name, type } = describeMedia(media);
  return new File([bytes], name, { type });
}

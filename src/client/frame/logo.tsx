import { type MouseEvent, type ReactNode, useContext } from "react";
import { Icon } from "../../ui/icon.tsx";
import { classes } from "../../ui/key-class.ts";
import { currentLogo, type ReadyImage } from "../../ui/logo.ts";
import { t } from "../../ui/messages.ts";
import { useStore } from "../../ui/store.ts";
import type { Session } from "../session.ts";
import styles from "./logo.module.css";
import { LinksContext } from "./page-anchor.tsx";

/** The app's logo: in the sidebar, or in the header while no sidebar is open. A click leads where the script says, else home. */
export function Logo({ session, place }: { session: Session; place: "sidebar" | "header" }): ReactNode {
  const logo = useStore(currentLogo);
  const navigation = useStore(session.navigation);
  const location = useContext(LinksContext);
  if (!logo) return null;
  const image = place === "header" ? (logo.iconImage ?? logo.image) : logo.image;
  const picture = <Picture image={image} size={logo.size} />;
  const testid = place === "header" ? "stHeaderLogo" : "stSidebarLogo";
  const goHome = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    session.go("");
  };
  if (logo.link !== undefined) {
    return (
      <a className={styles.logo} href={logo.link} target="_blank" rel="noopener noreferrer" data-testid="stLogoLink" data-place={testid}>
        {picture}
      </a>
    );
  }
  const hasPages = (navigation?.sections.flatMap(({ pages }) => pages).length ?? 0) > 1;
  if (!hasPages) {
    return (
      <div className={styles.logo} data-testid={testid}>
        {picture}
      </div>
    );
  }
  return (
    <a className={styles.logo} href={location?.href("")} data-testid={testid} onClick={goHome}>
      {picture}
    </a>
  );
}

function Picture({ image, size }: { image: ReadyImage; size: string }): ReactNode {
  if ("icon" in image) {
    return (
      <span className={classes(styles.icon, "stLogo")} data-size={size} data-testid="stLogo">
        <Icon icon={image.icon} label={t("logo")} />
      </span>
    );
  }
  return <img className={classes(styles.image, "stLogo")} src={image.src} alt={t("logo")} data-size={size} data-testid="stLogo" />;
}

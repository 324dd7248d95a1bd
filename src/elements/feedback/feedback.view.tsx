import type { ReactNode } from "react";
import { Box } from "../../ui/box.tsx";
import { Icon } from "../../ui/icon.tsx";
import { type MessageName, t } from "../../ui/messages.ts";
import { useRoving } from "../../ui/roving.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Feedback, FeedbackStyle } from "./feedback.ts";
import styles from "./feedback.module.css";

interface Face {
  icon: string;
  name: MessageName;
  rating: number;
}

const face = (rating: number, icon: string, name: MessageName): Face => ({ icon: `:material/${icon}:`, name, rating });

const THUMBS = [face(1, "thumb_up", "thumbUp"), face(0, "thumb_down", "thumbDown")];
const FACES = [
  face(0, "sentiment_sad", "veryUnhappy"),
  face(1, "sentiment_dissatisfied", "unhappy"),
  face(2, "sentiment_neutral", "neutral"),
  face(3, "sentiment_satisfied", "happy"),
  face(4, "sentiment_very_satisfied", "veryHappy"),
];
const STARS = [0, 1, 2, 3, 4].map((rating) => face(rating, "star", "stars"));

const ROWS: Record<FeedbackStyle, readonly Face[]> = { thumbs: THUMBS, faces: FACES, stars: STARS };

function FeedbackView({ node, props, value, setValue, disabled }: ViewProps<typeof Feedback>): ReactNode {
  const { style, width } = props;
  const faces = ROWS[style];
  const row = useRoving(
    Math.max(
      0,
      faces.findIndex(({ rating }) => rating === value),
    ),
  );
  const isLit = (rating: number) => typeof value === "number" && (style === "stars" ? rating <= value : rating === value);
  return (
    <Box node={node}>
      <div
        {...row.props}
        role="radiogroup"
        aria-label={t("rating")}
        aria-disabled={disabled || undefined}
        className={styles.row}
        data-look={style}
        data-stretch={(width !== undefined && width !== "content") || undefined}
      >
        {faces.map(({ icon, name, rating }, at) => (
          <button
            key={rating}
            type="button"
            role="radio"
            aria-checked={rating === value}
            aria-label={t(name, { count: rating + 1, of: faces.length })}
            className={styles.button}
            data-rating={rating}
            data-lit={isLit(rating) || undefined}
            data-testid={`stFeedbackButton${isLit(rating) ? "Active" : ""}`}
            tabIndex={row.tabIndex(at)}
            disabled={disabled}
            onClick={() => setValue(rating === value ? null : rating)}
          >
            {style === "stars" ? <Star /> : <Icon icon={icon} />}
          </button>
        ))}
      </div>
    </Box>
  );
}

/** Hollow or full, which the icon font is not. */
const Star = (): ReactNode => (
  <svg className={styles.star} width="1.375rem" height="1.375rem" viewBox="0 0 24 24" strokeWidth="1.6" strokeLinejoin="round" aria-hidden="true">
    <path d="M12 3.600l2.600 5.500 6 .8-4.400 4.200 1.100 6L12 17.200l-5.300 2.900 1.100-6L3.400 9.900l6-.8z" />
  </svg>
);

export const feedbackView = view<typeof Feedback>("feedback", FeedbackView);

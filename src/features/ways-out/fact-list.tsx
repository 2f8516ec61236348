// What the pages of a broker say, each page's sentences together, with a link to the page and its date.
import { callFacts, type FactTopic, type SourcePage } from '@/presets/call-facts';
import { formatDayAndYear } from '@/ui/day';
import styles from './dated.module.css';

interface FactListProps {
  readonly title: string;
  /** The id of the broker's rules. */
  readonly rules: string;
  readonly about: FactTopic;
}

/** The sentences about one thing; nothing where no page says any. */
export function FactList({ title, rules, about }: FactListProps) {
  const pages = (callFacts.get(rules) ?? []).flatMap(({ page, says }) => {
    const texts = says.filter((fact) => fact.about === about).map(({ text }) => text);
    return texts.length === 0 ? [] : [{ page, texts }];
  });
  if (pages.length === 0) return null;
  return (
    <section className={styles.facts} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {pages.map(({ page, texts }) => (
        <div key={page.url}>
          <ul className={styles.list}>
            {texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p className="note">
            <PageLink page={page} />
          </p>
        </div>
      ))}
    </section>
  );
}

/** A link to a page, with its date. */
export function PageLink({ page: { title, url, asOf } }: { readonly page: SourcePage }) {
  return (
    <>
      <a className="link" href={url} target="_blank" rel="noreferrer">
        {title}
      </a>
      {asOf === undefined ? ', undated' : `, ${formatDayAndYear(asOf)}`}
    </>
  );
}

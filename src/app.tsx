// The page: puts the panels in their places. It knows no rule and holds no figure.
import { UpdatePrompt } from '@/features/updates/update-prompt';

/** The whole page. */
export function App() {
  return (
    <>
      <main>
        <h1>Headroom</h1>
      </main>
      <UpdatePrompt />
    </>
  );
}

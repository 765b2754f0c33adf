import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { HydratedRouter } from 'react-router/dom';
import { languageOfPath } from '~/domain/translation';
import { translatorOf } from '~/components/translator';

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={translatorOf(languageOfPath(location.pathname))}>
        <HydratedRouter />
      </I18nextProvider>
    </StrictMode>,
  );
});

import { useTranslation } from '~/components/words';
import { TextArea, TextField } from '~/components/fields';
import { HubForm } from '~/components/form';
import { useAt, useLanguage } from '~/components/language';
import { useMoments } from '~/components/consultees/use-moments';
import { SummaryList } from '~/components/page-parts';
import type { BodyLink, NetworkConsultation } from '~/domain/dissemination/dissemination-queries.server';
import type { OwnBody } from '~/domain/dissemination/network-access';
import type { FieldErrors } from '~/domain/hub-error';
import { localize } from '~/domain/translation';
import { useNetworkTimes } from './use-network-times';

type OwnLinkProps = {
  body: OwnBody;
  link: BodyLink | undefined;
  consultation: NetworkConsultation;
  baseUrl: string;
  refusal: { errors: FieldErrors; typed: Record<string, string[]> } | undefined;
};

/** A body's own link to a consultation, or the way to get it. */
export function OwnLink(props: OwnLinkProps) {
  const { t } = useTranslation('network');
  const { body, link, refusal } = props;
  return (
    <section>
      <h2>{t('own.title', { body: body.name })}</h2>
      {link ? (
        <LinkInUse {...props} link={link} />
      ) : (
        <HubForm refusal={refusal}>
          <input type="hidden" name="intent" value="link" />
          <input type="hidden" name="bodyId" value={body.id} />
          <p>{t('own.noLink')}</p>
          <button type="submit" className="button">
            {t('own.getLink')}
          </button>
        </HubForm>
      )}
    </section>
  );
}

function LinkInUse({ body, link, consultation, baseUrl, refusal }: OwnLinkProps & { link: BodyLink }) {
  const { t } = useTranslation('network');
  const at = useAt();
  const moments = useMoments(consultation.zone);
  const address = new URL(at(`/c/${link.code}`), baseUrl).href;
  const isToPassOn = consultation.state === 'open' || consultation.state === 'forthcoming';
  return (
    <>
      <SummaryList
        rows={[
          { key: t('own.address'), value: <bdi className="reference-small">{address}</bdi> },
          { key: t('own.responses'), value: t('own.responsesValue', { count: link.responses }) },
          {
            key: t('own.passings'),
            value:
              link.passings.length === 0
                ? t('own.noPassings')
                : link.passings
                    .map((passing) =>
                      t(passing.reached === null ? 'own.passing' : 'own.passingReached', {
                        time: moments.at(passing.passedAt),
                        how: passing.how,
                        count: passing.reached ?? 0,
                      }),
                    )
                    .join('\n'),
          },
        ]}
      />
      {isToPassOn && <CopyText consultation={consultation} address={address} />}
      <h3>{t('passed.title')}</h3>
      <HubForm refusal={refusal}>
        <input type="hidden" name="intent" value="passed" />
        <input type="hidden" name="bodyId" value={body.id} />
        <TextArea name="how" label={t('passed.how')} hint={t('passed.howHint')} rows={2} />
        <TextField
          name="reached"
          label={t('passed.reached')}
          hint={t('passed.reachedHint')}
          width="short"
          inputMode="numeric"
          isOptional
        />
        <button type="submit" className="button">
          {t('passed.button')}
        </button>
      </HubForm>
    </>
  );
}

function CopyText({ consultation, address }: { consultation: NetworkConsultation; address: string }) {
  const { t } = useTranslation('network');
  const language = useLanguage();
  const { deadline, opening } = useNetworkTimes(consultation);
  const words = consultation.state === 'forthcoming' ? 'copy.textComing' : 'copy.text';
  const title = localize(consultation.title, language, consultation.originalLanguage).text;
  return (
    <>
      <h3>{t('copy.title')}</h3>
      <p>{t('copy.hint')}</p>
      <div className="copy-text">
        {t(words, { title, body: consultation.bodyName, opening, deadline, address })}
      </div>
    </>
  );
}

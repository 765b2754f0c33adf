import { useLanguage } from '~/components/language';
import { useTranslation } from '~/components/words';
import type { ReportPlaces } from '~/domain/feedback';
import { localize, type Language } from '~/domain/translation';

/** What the parts and texts of a report are, as people would say it: `report.finding.<id>.said` is "Finding 2, What was said". */
export function useReportTextNames({ findings, reasons, themes }: ReportPlaces, original: Language) {
  const { t } = useTranslation('translate');
  const { t: report } = useTranslation('report');
  const language = useLanguage();
  return {
    partName: (part: string): string => t(`part.${part}`),
    textName: (path: string): string => {
      const [, kind = '', id = '', name = ''] = path.split('.');
      switch (kind) {
        case 'finding':
          return t('text.report.finding', {
            number: findings.indexOf(id) + 1,
            field: report(`field.${name}`),
          });
        case 'reason': {
          const about = reasons.find((reason) => reason.kind === id && reason.id === name)?.about;
          return t('text.report.reason', { about: localize(about, language, original).text });
        }
        case 'theme':
          return t('text.report.theme', { number: themes.indexOf(id) + 1 });
        default:
          return report(`field.${id}`);
      }
    },
  };
}

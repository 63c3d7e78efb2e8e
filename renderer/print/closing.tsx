import type { SheetResult } from '../../shared/domain/sheet/result'
import type { ReportData } from '../../shared/ipc/contract'
import { rangeWords } from '../../shared/spreadsheet/filed-words'
import { groupsOf } from './page-furniture'
import { REPORT_TEXT as T } from './report-text'

/** What nobody looked at, and why. */
export function OpenItems({ result: { score, sealed } }: { readonly result: SheetResult }) {
  const open = score.items.filter(({ status }) => status === 'unchecked')
  return (
    <section>
      <h2>{`${T.openTitle}（${open.length}项）`}</h2>
      {open.length === 0 ? (
        <p>{T.noOpen}</p>
      ) : (
        <>
          <p>{open.map(({ code }) => code).join('、')}</p>
          <p>
            <b>{T.openReason}</b>
            {sealed.reason === '' ? T.noReason : sealed.reason}
          </p>
        </>
      )}
    </section>
  )
}

/** The standard's notice, how to check by hand, and the lines to sign on. */
export function Closing({ data: { result, rubric, identity } }: { readonly data: ReportData }) {
  const { sheet, journal } = result
  const signer = `signatures/${identity.fingerprint.slice(0, 16)}`
  return (
    <>
      <section className="whole">
        <h2>{T.noticeTitle}</h2>
        <p>
          <b>{`${rubric.title}${T.version(rubric.version)}`}</b>
        </p>
        <p>{rubric.notice}</p>
        <p>{rubric.source}</p>
      </section>
      <section className="whole">
        <h2>{T.checkTitle}</h2>
        {T.checkSteps.map((step) => (
          <p key={step}>{step}</p>
        ))}
        <Command
          line={`openssl dgst -sha256 -verify ${signer}.pub.pem -signature ${signer}.statement.sig ${signer}.statement.json`}
          says={T.checkVerify}
        />
        <Command line="sha256sum tagmanifest-sha256.txt" says={T.checkDigest} />
        <Command
          line="sha256sum -c tagmanifest-sha256.txt && sha256sum -c manifest-sha256.txt"
          says={T.checkFiles}
        />
        <Command
          line={`openssl pkey -pubin -in ${signer}.pub.pem -outform DER | sha256sum`}
          says={T.checkKey}
        />
        <p>{T.checkTrust}</p>
      </section>
      <section className="whole">
        <h2>{T.signatureTitle}</h2>
        <p className="agreed">{agreed(result)}</p>
        <dl className="digests">
          <Digest name={T.fingerprint} value={groupsOf(identity.fingerprint).join(' ')} />
          <Digest name={T.rubricDigest} value={sheet.round.rubricDigest} />
          <Digest name={T.journal(journal.events)} value={journal.head} />
        </dl>
        <div className="signatures">
          {T.signatures.map((who) => (
            <div key={who}>
              <span>{`${who}：`}</span>
              <span className="line" />
              <span>{T.signatureDate}</span>
            </div>
          ))}
        </div>
      </section>
    </>
  )
}

function agreed({ sheet, score }: SheetResult): string {
  const open = score.count - score.checked
  const outcome = `${open === 0 ? T.total : T.range}${rangeWords(score.low, score.high)}`
  const grade = score.gradeLow === score.gradeHigh ? score.gradeHigh : `${score.gradeLow}～${score.gradeHigh}`
  return T.agreed(sheet.subject.name, outcome, grade, open)
}

function Command({ line, says }: { readonly line: string; readonly says: string }) {
  return (
    <p className="command">
      <code>{line}</code>
      <span>{says}</span>
    </p>
  )
}

function Digest({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

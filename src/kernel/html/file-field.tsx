import { describedBy, FieldFrame, type FieldProps } from './field.tsx';
import { useTexts } from './page-context.ts';
import { texts } from './texts/index.ts';

/** A file that is already kept, from before the form was refused or from an earlier visit. */
export type KeptFile = {
  readonly name: string;
  /** `1,2 MB`, in the reader's language. */
  readonly size?: string | undefined;
  readonly href?: string | undefined;
  /** The value of the remove button, posted as `_action`. */
  readonly remove?: string | undefined;
};

export type FileFieldProps = FieldProps & {
  /** `.pdf,.jpg,image/png`: what the browser offers; the server looks at the content. */
  readonly accept?: string | undefined;
  /** The same, as people say it: `PDF, JPG, PNG`. */
  readonly typeNames?: string | undefined;
  readonly largestMegabytes?: number | undefined;
  readonly multiple?: boolean | undefined;
  readonly kept?: readonly KeptFile[] | undefined;
};

/** Files to send; the form must be `multipart`. Its limits are said before, not after. */
export function FileField({ accept, typeNames, largestMegabytes, multiple, kept, ...field }: FileFieldProps) {
  const t = useTexts(texts);
  const limits = [
    typeNames && t.file.types(typeNames),
    largestMegabytes && t.file.largest(String(largestMegabytes)),
    multiple && t.file.several,
  ].filter(Boolean);
  const limitsId = `${field.name}-limits`;
  return (
    <FieldFrame field={field}>
      {limits.length > 0 && (
        <p class="al-hint" id={limitsId}>
          {limits.join(' ')}
        </p>
      )}
      {kept && kept.length > 0 && <KeptFiles files={kept} heading={t.file.chosen} />}
      <input
        class="al-file"
        type="file"
        id={field.name}
        name={field.name}
        accept={accept}
        multiple={multiple}
        aria-describedby={limits.length > 0 ? describedBy(field, limitsId) : describedBy(field)}
        aria-invalid={field.error ? 'true' : undefined}
      />
    </FieldFrame>
  );
}

function KeptFiles({ files, heading }: { readonly files: readonly KeptFile[]; readonly heading: string }) {
  const t = useTexts(texts);
  return (
    <ul class="al-files" aria-label={heading}>
      {files.map((file) => (
        <li key={file.remove ?? file.name}>
          <span class="al-files__name">
            {file.href ? <a href={file.href}>{file.name}</a> : file.name}
            {file.size && <span class="al-files__size"> {file.size}</span>}
          </span>
          {file.remove && (
            <button type="submit" name="_action" value={file.remove} class="al-quiet-button">
              {t.file.remove}
              <span class="ds-sr-only"> {t.file.removeFile(file.name)}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

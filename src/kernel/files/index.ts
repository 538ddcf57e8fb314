export { type DataFileIntake, makeDataFileIntake } from './data-file.ts';
export { type AcceptedFile, type FileIntake, type FileRules, makeFileIntake, type Upload } from './file-intake.ts';
export { type FileKind, fileKinds, type MediaType, mediaTypes } from './file-kind.ts';
export { downloadDisposition, safeFileName } from './file-name.ts';
export { type FileStore, makeFileStore, type StoredFile } from './file-store.ts';
export { refusalTexts as fileRefusalTexts } from './refusal-texts.ts';
export { GRACE_DAYS, type NamedFiles, removeUnnamed, removeUnnamedSchedule } from './remove-unnamed.ts';
export { makeClamdScanner, type ScanOutcome, type VirusScanner } from './virus-scanner.ts';

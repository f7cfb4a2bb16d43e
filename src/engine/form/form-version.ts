/** What the version of a form begins with in a session; the name of a flow holds no colon. */
const FORM = 'formulir:';

/** A form as sessions name it. */
export function versionOfForm(reference: string): string {
  return `${FORM}${reference}`;
}

/** The reference by which the domain knows the form; null: the version is that of a flow. */
export function formOfVersion(version: string): string | null {
  return version.startsWith(FORM) ? version.slice(FORM.length) : null;
}

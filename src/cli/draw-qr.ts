/** The text as a QR code of half blocks, for a terminal; the text itself where the optional package is not installed. */
export async function drawQr(text: string): Promise<string> {
  try {
    const { default: qrcode } = await import('qrcode');
    // Terminals are narrow, and the telephone reads it at once: the weakest correction gives the smallest code.
    return await qrcode.toString(text, { type: 'utf8', errorCorrectionLevel: 'L' });
  } catch {
    return text;
  }
}

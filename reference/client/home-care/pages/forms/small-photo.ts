/** The longer side of a photo as it is kept, in pixels: a wound can be judged by it, and it can be sent over a poor line. Assumption. */
const LONGEST = 1280;
const QUALITY = 0.8;

/** A photo as JPEG of a size that can be sent, base64. Where it was taken does not go along. */
export async function smallPhoto(file: Blob): Promise<string> {
  const taken = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST / Math.max(taken.width, taken.height));
  const canvas = new OffscreenCanvas(Math.round(taken.width * scale), Math.round(taken.height * scale));
  canvas.getContext('2d')?.drawImage(taken, 0, 0, canvas.width, canvas.height);
  taken.close();
  const bytes = new Uint8Array(
    await (await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })).arrayBuffer(),
  );
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

/** As many arguments as every browser takes. */
const CHUNK = 8_192;

/** A picture of a street lamp at night, as a file: for who has none at hand. */
export function samplePicture() {
  const canvas = document.createElement('canvas');
  canvas.width = 480;
  canvas.height = 360;
  const pen = canvas.getContext('2d');
  const sky = pen.createLinearGradient(0, 0, 0, 360);
  sky.addColorStop(0, '#0b1d3a');
  sky.addColorStop(1, '#3a4a66');
  pen.fillStyle = sky;
  pen.fillRect(0, 0, 480, 360);
  pen.fillStyle = '#1c1f26';
  pen.fillRect(0, 310, 480, 50);
  pen.fillRect(236, 90, 8, 230);
  pen.fillRect(236, 90, 90, 8);
  const glow = pen.createRadialGradient(320, 108, 4, 320, 108, 130);
  glow.addColorStop(0, 'rgba(255, 221, 130, 0.9)');
  glow.addColorStop(1, 'rgba(255, 221, 130, 0)');
  pen.fillStyle = glow;
  pen.fillRect(180, 0, 300, 260);
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(new File([blob], 'contoh.jpg', { type: 'image/jpeg' })), 'image/jpeg', 0.85);
  });
}

package com.example.orderflow.orchestration.page;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A screenshot with its 256 most frequent colours only: a third of the bytes in the repository. */
final class Picture {
  private static final int COLOURS = 256;

  private Picture() {}

  static byte[] small(byte[] png) throws IOException {
    BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
    BufferedImage small =
        new BufferedImage(
            full.getWidth(),
            full.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            palette(pixels(full)));
    for (int y = 0; y < full.getHeight(); y++) {
      for (int x = 0; x < full.getWidth(); x++) {
        // Takes the nearest colour of the palette.
        small.setRGB(x, y, full.getRGB(x, y));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(small, "png", out);
    return out.toByteArray();
  }

  private static IndexColorModel palette(int[] pixels) {
    Map<Integer, Integer> frequencies = new HashMap<>();
    for (int pixel : pixels) {
      frequencies.merge(pixel, 1, Integer::sum);
    }
    List<Integer> colours =
        frequencies.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .limit(COLOURS)
            .map(Map.Entry::getKey)
            .toList();
    byte[][] channels = new byte[3][colours.size()];
    for (int i = 0; i < colours.size(); i++) {
      channels[0][i] = (byte) (colours.get(i) >> 16);
      channels[1][i] = (byte) (colours.get(i) >> 8);
      channels[2][i] = (byte) (int) colours.get(i);
    }
    return new IndexColorModel(8, colours.size(), channels[0], channels[1], channels[2]);
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}

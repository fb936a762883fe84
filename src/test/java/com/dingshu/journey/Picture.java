package com.dingshu.journey;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A picture of a screen as a small file: screens have few colours, so the commonest stand for all. */
final class Picture {

    private Picture() {}

    /** Writes a screenshot in as many colours as let the file stay below a size, 256 at most. */
    static void write(byte[] png, Path file, long largest) {
        try {
            BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
            Files.createDirectories(file.getParent());
            int colours = 256;
            do {
                ImageIO.write(reduced(full, colours), "png", file.toFile());
                colours /= 2;
            } while (Files.size(file) >= largest && colours > 16);
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }

    private static BufferedImage reduced(BufferedImage full, int colours) {
        int[] palette = commonest(full, colours);
        BufferedImage small =
                new BufferedImage(full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(palette));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < full.getHeight(); y++) {
            for (int x = 0; x < full.getWidth(); x++) {
                int colour = full.getRGB(x, y) & 0xffffff;
                int index = nearest.computeIfAbsent(colour, wanted -> nearest(palette, wanted));
                small.getRaster().setSample(x, y, 0, index);
            }
        }
        return small;
    }

    private static int[] commonest(BufferedImage image, int colours) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        List<Integer> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        return sorted.stream().limit(colours).mapToInt(Integer::intValue).toArray();
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        int distance = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length && distance > 0; i++) {
            int now = distance(new Color(palette[i]), new Color(colour));
            if (now < distance) {
                best = i;
                distance = now;
            }
        }
        return best;
    }

    private static int distance(Color one, Color other) {
        int red = one.getRed() - other.getRed();
        int green = one.getGreen() - other.getGreen();
        int blue = one.getBlue() - other.getBlue();
        return 2 * red * red + 4 * green * green + 3 * blue * blue;
    }

    private static IndexColorModel model(int[] palette) {
        byte[] red = new byte[palette.length];
        byte[] green = new byte[palette.length];
        byte[] blue = new byte[palette.length];
        for (int i = 0; i < palette.length; i++) {
            red[i] = (byte) (palette[i] >> 16);
            green[i] = (byte) (palette[i] >> 8);
            blue[i] = (byte) palette[i];
        }
        return new IndexColorModel(8, palette.length, red, green, blue);
    }
}

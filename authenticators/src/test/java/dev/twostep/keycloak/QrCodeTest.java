package dev.twostep.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class QrCodeTest {

    private static final Pattern MODULE = Pattern.compile("M([0-9]+) ([0-9]+)h1v1h-1z");
    private static final int PIXELS = 4;

    @Test
    @DisplayName("A1: a phone's camera reads the very password from the picture")
    void read() throws ReaderException {
        String text = "7K3M-9QXT-2BWP-N4ZD-0H1J-R5VC";
        QrCode code = QrCode.of(text);
        int width = code.size() * PIXELS;
        int[] white = new int[width * width];
        Arrays.fill(white, 0xFFFFFF);
        Matcher modules = MODULE.matcher(code.path());
        while (modules.find()) {
            fill(white, width, Integer.parseInt(modules.group(1)), Integer.parseInt(modules.group(2)));
        }
        assertThat(modules.replaceAll("")).isEmpty();
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, white))))
                        .getText())
                .isEqualTo(text);
    }

    private static void fill(int[] pixels, int width, int x, int y) {
        for (int row = 0; row < PIXELS; row++) {
            int from = (y * PIXELS + row) * width + x * PIXELS;
            Arrays.fill(pixels, from, from + PIXELS, 0);
        }
    }
}

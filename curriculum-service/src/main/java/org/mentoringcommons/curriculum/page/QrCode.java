package org.mentoringcommons.curriculum.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** An address to be photographed. */
public final class QrCode {

    private static final int SIDE = 330; // so that a square of it has whole pixels, whatever the address's length

    private QrCode() {}

    /** The picture as it stands in a page: a {@code data:} address of a PNG. */
    public static String picture(URI address) {
        try {
            BitMatrix squares = new QRCodeWriter()
                    .encode(
                            address.toString(),
                            BarcodeFormat.QR_CODE,
                            SIDE,
                            SIDE,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(drawn(squares), "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException | IOException failure) {
            throw new UncheckedIOException(new IOException(failure));
        }
    }

    private static BufferedImage drawn(BitMatrix squares) {
        BufferedImage image =
                new BufferedImage(squares.getWidth(), squares.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int x = 0; x < squares.getWidth(); x++) {
            for (int y = 0; y < squares.getHeight(); y++) {
                image.setRGB(x, y, squares.get(x, y) ? 0 : 0xFFFFFF);
            }
        }
        return image;
    }
}

package org.mentoringcommons.analytics.report;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * One form of a report, ready to be sent; a large one compressed besides, once and not for every reader.
 *
 * @param type its media type
 * @param body its bytes
 * @param compressed the same by gzip; null for one that is not worth it
 * @param tag the same for the same bytes, on every instance
 */
public record Document(String type, byte[] body, byte[] compressed, String tag) {

    private static final String GZIP = "gzip";

    private static final int TAG_BYTES = 16;
    private static final int LARGE = 1 << 16;

    /** {@return a text as UTF-8, ready to be sent} */
    public static Document of(String type, String text) {
        return of(type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return these bytes, ready to be sent} */
    public static Document of(String type, byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return new Document(
                    type,
                    body,
                    body.length < LARGE ? null : compressed(body),
                    HexFormat.of().formatHex(digest, 0, TAG_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * {@return it, or 304 if the reader has it; compressed for who takes that, which has a tag of its own}
     *
     * @param caching how it may be kept
     */
    public Response.ResponseBuilder answer(Request request, HttpHeaders reader, String caching) {
        boolean small = isCompressedFor(reader);
        EntityTag entity = new EntityTag(small ? tag + "-" + GZIP : tag);
        Response.ResponseBuilder answer = Optional.ofNullable(request.evaluatePreconditions(entity))
                .orElseGet(() -> Response.ok(small ? compressed : body)
                        .type(type + ";charset=UTF-8")
                        .encoding(small ? GZIP : null));
        return answer.tag(entity)
                .header(HttpHeaders.VARY, "Accept, Accept-Encoding")
                .header(HttpHeaders.CACHE_CONTROL, caching);
    }

    /** Whether this reader is to get it compressed. */
    private boolean isCompressedFor(HttpHeaders reader) {
        return compressed != null && takesGzip(reader.getRequestHeader(HttpHeaders.ACCEPT_ENCODING));
    }

    /** Whether these values of {@code Accept-Encoding} allow gzip. */
    static boolean takesGzip(List<String> accepted) {
        return accepted.stream()
                .flatMap(value -> Arrays.stream(value.toLowerCase(Locale.ROOT).split(",")))
                .map(coding -> coding.replaceAll("\\s", ""))
                .anyMatch(coding ->
                        (coding.equals(GZIP) || coding.startsWith(GZIP + ";")) && !coding.matches(".*;q=0(\\.0*)?"));
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 8);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, 1 << 16) {
            {
                def.setLevel(Deflater.BEST_SPEED); // tables repeat themselves: the best is hardly smaller
            }
        }) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}

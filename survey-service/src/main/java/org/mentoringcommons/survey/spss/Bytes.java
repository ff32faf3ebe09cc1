package org.mentoringcommons.survey.spss;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** What a system file is made of: little-endian numbers, and text padded with blanks. */
record Bytes(OutputStream out) {

    void integers(int... values) throws IOException {
        ByteBuffer bytes = little(values.length * Integer.BYTES);
        for (int value : values) {
            bytes.putInt(value);
        }
        out.write(bytes.array());
    }

    void number(double value) throws IOException {
        out.write(little(Double.BYTES).putDouble(value).array());
    }

    void raw(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** Text in exactly so many bytes: cut, or with blanks after it. */
    void padded(String text, int bytes) throws IOException {
        padded(Variable.bytes(text, bytes), bytes);
    }

    /** These bytes, no more than so many, and blanks after them. */
    void padded(byte[] text, int bytes) throws IOException {
        byte[] all = Arrays.copyOf(text, bytes);
        Arrays.fill(all, text.length, bytes, (byte) ' ');
        out.write(all);
    }

    /** An extension record. */
    void extension(int subtype, int size, byte[] content) throws IOException {
        integers(7, subtype, size, content.length / size);
        out.write(content);
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

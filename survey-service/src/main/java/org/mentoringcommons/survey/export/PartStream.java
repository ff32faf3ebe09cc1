package org.mentoringcommons.survey.export;

import java.io.OutputStream;
import java.util.Arrays;

/** Cuts what is written into parts of one size and hands each on, so that no more than one is held. */
final class PartStream extends OutputStream {

    static final int SIZE = 1 << 20;

    /** Takes a part; parts are numbered from 0. */
    interface Sink {
        void append(int part, byte[] content);
    }

    private final Sink sink;
    private final byte[] held = new byte[SIZE];
    private int length;
    private int part;

    PartStream(Sink sink) {
        this.sink = sink;
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] content, int offset, int count) {
        int written = 0;
        while (written < count) {
            int fits = Math.min(count - written, SIZE - length);
            System.arraycopy(content, offset + written, held, length, fits);
            length += fits;
            written += fits;
            if (length == SIZE) {
                handOn();
            }
        }
    }

    @Override
    public void close() {
        if (length > 0) {
            handOn();
        }
    }

    private void handOn() {
        sink.append(part++, Arrays.copyOf(held, length));
        length = 0;
    }
}

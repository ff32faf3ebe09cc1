package org.mentoringcommons.tenancy.fairness;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** A body of unknown length, of which no more is read than the service takes. */
final class LimitedBody extends InputStream {

    private final Supplier<InputStream> source;
    private final Supplier<HttpProblem> refusal;
    private InputStream opened;
    private HttpProblem refused;
    private long left;

    /**
     * @param source opened when it is read first, which many bodies never are
     * @param refusal asked once, if there is more than the limit
     */
    LimitedBody(Supplier<InputStream> source, long limit, Supplier<HttpProblem> refusal) {
        this.source = source;
        this.left = limit;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (refused == null) {
            int read = body().read(bytes, offset, length);
            left -= Math.max(0, read);
            if (left >= 0) {
                return read;
            }
            refused = refusal.get();
        }
        throw refused;
    }

    @Override
    public int available() throws IOException {
        return refused == null ? body().available() : 0;
    }

    @Override
    public void close() throws IOException {
        if (opened != null && refused == null) {
            opened.close();
        }
    }

    private InputStream body() {
        if (opened == null) {
            opened = source.get();
        }
        return opened;
    }
}

package org.mentoringcommons.survey;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The real time, until a test says otherwise. */
@Mock
@Singleton
public class TestClock extends Clock {

    private volatile Instant fixed;

    public void set(Instant moment) {
        fixed = moment;
    }

    public void reset() {
        fixed = null;
    }

    @Override
    public Instant instant() {
        return fixed == null ? Instant.now() : fixed;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}

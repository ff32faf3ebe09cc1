package org.mentoringcommons.curriculum.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.mentoringcommons.curriculum.workshop.CalledOff;
import org.mentoringcommons.curriculum.workshop.Schedule;
import org.mentoringcommons.curriculum.workshop.Session;
import org.mentoringcommons.curriculum.workshop.Status;
import org.mentoringcommons.curriculum.workshop.Workshop;

/**
 * An iCalendar file (RFC 5545). Times are in UTC, which every calendar shows by its own clocks. A session keeps its UID, so
 * a later file moves it or calls it off in calendars that have it. There is no METHOD: that would take an organizer's
 * e-mail address, and nobody's is to be given away.
 */
final class CalendarFile {

    private static final int OCTETS_A_LINE = 75; // RFC 5545, §3.1
    private static final int UNFOLDED = Integer.MAX_VALUE;

    private final Workshop workshop;
    private final Calendar calendar = new Calendar();

    private CalendarFile(Workshop workshop) {
        this.workshop = workshop;
        calendar.add(new ProdId("-//Mentoring Commons//Workshops//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        Schedule schedule = workshop.schedule();
        Map<Integer, Session> sessions = schedule.byNumber();
        int at = 0;
        for (Map.Entry<Integer, Session> session : sessions.entrySet()) {
            String summary = sessions.size() == 1
                    ? workshop.name()
                    : workshop.name() + " (" + ++at + " of " + sessions.size() + ")";
            add(session.getKey(), summary, session.getValue(), workshop.status() == Status.CANCELLED);
        }
        for (CalledOff gone : schedule.calledOff()) {
            add(gone.number(), workshop.name(), new Session(gone.startsAt(), gone.minutes(), 0, List.of()), true);
        }
    }

    static String of(Workshop workshop) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(true, UNFOLDED).output(new CalendarFile(workshop).calendar, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return folded(text.toString());
    }

    private void add(int number, String summary, Session session, boolean off) {
        Schedule schedule = workshop.schedule();
        VEvent event = new VEvent(false);
        event.add(new Uid(workshop.id() + "-" + number + "@mentoring-commons"));
        event.add(new DtStamp(schedule.changedAt()));
        event.add(new Sequence(schedule.revision()));
        event.add(new DtStart<Instant>(session.startsAt()));
        event.add(new DtEnd<Instant>(session.startsAt().plus(Duration.ofMinutes(session.minutes()))));
        event.add(new Summary(summary));
        if (workshop.place() != null && !workshop.place().isBlank()) {
            event.add(new Location(workshop.place()));
        }
        event.add(off ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        calendar.add(event);
    }

    /** The library folds by characters; lines are measured in octets, and no character is to be cut. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / OCTETS_A_LINE);
        int octets = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            String character = Character.toString(text.codePointAt(at));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (character.equals("\r") || character.equals("\n")) {
                octets = 0;
            } else if (octets + length > OCTETS_A_LINE) {
                folded.append("\r\n ").append(character);
                octets = 1 + length;
                continue;
            } else {
                octets += length;
            }
            folded.append(character);
        }
        return folded.toString();
    }
}

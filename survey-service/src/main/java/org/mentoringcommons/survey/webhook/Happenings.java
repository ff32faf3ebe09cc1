package org.mentoringcommons.survey.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.mentoringcommons.survey.institution.InstitutionTold;
import org.mentoringcommons.survey.wave.Wave;
import org.mentoringcommons.survey.wave.WaveOver;
import org.mentoringcommons.survey.workshop.WorkshopTold;
import org.mentoringcommons.tenancy.Standing;

/** Has webhooks told of what this service hears of, or does itself. */
@ApplicationScoped
class Happenings {

    private final Announcements announcements;
    private final News news;
    private final Lanes lanes;
    private final Clock clock;

    Happenings(Announcements announcements, News news, Lanes lanes, Clock clock) {
        this.announcements = announcements;
        this.news = news;
        this.lanes = lanes;
        this.clock = clock;
    }

    void institutionTold(@Observes InstitutionTold told) {
        if (Standing.ofState(told.state()).isEmpty()) { // what waited while it could not act does not any longer
            lanes.hastenAll(told.tenant(), clock.instant());
        }
        news.keep(
                told.tenant(),
                EventType.INSTITUTION_CHANGED,
                "institution/" + told.version(),
                told.time(),
                new InstitutionData(told.alias(), told.version(), told.name(), told.timeZone(), told.state()));
    }

    void workshopTold(@Observes WorkshopTold told) {
        announcements.tell(
                EventType.WORKSHOP_CHANGED,
                "workshop/" + told.id() + "/" + told.version(),
                told.time(),
                new WorkshopData(told.id(), told.version(), told.status(), told.curriculum()));
    }

    void waveOver(@Observes WaveOver over) {
        WaveData data = WaveData.of(over.wave(), over.responded());
        announcements.tell(EventType.WAVE_CLOSED, "wave.closed/" + data.wave(), data.closesAt(), data);
    }

    void opened(Wave wave) {
        WaveData data = WaveData.of(wave, null);
        announcements.tell(EventType.WAVE_OPENED, "wave.opened/" + data.wave(), data.opensAt(), data);
    }

    /** Told again if it is extended meanwhile. */
    void closing(Wave wave, Instant now) {
        WaveData data = WaveData.of(wave, null);
        announcements.tell(EventType.WAVE_CLOSING, "wave.closing/" + data.wave() + "/" + data.closesAt(), now, data);
    }

    void answered(Wave wave, int responded, Instant now) {
        announcements.tell(
                EventType.WAVE_ANSWERED,
                "wave.answered/" + wave.id() + "/" + responded,
                now,
                new CountData(wave.id(), wave.workshop(), responded));
    }

    private record InstitutionData(String institution, long version, String name, String timeZone, String state) {}

    private record WorkshopData(UUID workshop, long version, String status, String curriculum) {}

    private record CountData(UUID wave, UUID workshop, int responded) {}
}

package org.mentoringcommons.curriculum.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.catalog.Audience;
import org.mentoringcommons.curriculum.catalog.PublishedVersion;

class WorkshopTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant ONE = Instant.parse("2026-03-02T13:00:00Z");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final PublishedVersion VERSION = new PublishedVersion("mentoring", "1", Set.of("a", "b"));

    @Test
    void is_delivered_from_the_very_moment_its_last_session_has_ended() {
        Workshop workshop = planned(session(NOON, 60));

        assertRefused("sessions-not-over", () -> workshop.deliver(ONE.minusMillis(1)));
        assertThat(WorkshopView.of(workshop).status()).isEqualTo(Status.PLANNED);

        workshop.deliver(ONE);

        assertThat(WorkshopView.of(workshop).status()).isEqualTo(Status.DELIVERED);
        assertThat(WorkshopView.of(workshop).deliveredAt()).isEqualTo(ONE);
    }

    @Test
    void names_each_session_that_has_not_ended() {
        Workshop workshop = planned(session(NOON, 60), session(ONE, 30), session(ONE.plusSeconds(1800), 30));

        assertThatThrownBy(() -> workshop.deliver(ONE)).isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(
                        problem.getParameters().get("violations").toString())
                .contains("sessions[1]", "sessions[2]")
                .doesNotContain("sessions[0]"));
    }

    @Test
    void is_delivered_once_and_not_cancelled_after() {
        Workshop workshop = planned(session(NOON, 60));
        workshop.deliver(ONE);

        assertRefused("workshop-delivered", () -> workshop.deliver(ONE));
        assertRefused("workshop-delivered", () -> workshop.cancel(ONE));
    }

    @Test
    void changes_no_more_once_cancelled() {
        Workshop workshop = planned(session(NOON, 60));
        workshop.cancel(ONE);

        assertRefused("workshop-cancelled", () -> workshop.deliver(ONE));
        assertRefused("workshop-cancelled", () -> workshop.cancel(ONE));
        assertRefused("workshop-cancelled", () -> workshop.cover(new Coverage.Unknown()));
        assertRefused("workshop-cancelled", () -> workshop.enrol(3));
        assertRefused("workshop-cancelled", () -> workshop.requireAttendable(1, ONE));
    }

    @Test
    void is_corrected_after_delivery() {
        Workshop workshop = planned(session(NOON, 60));
        workshop.deliver(ONE);

        workshop.enrol(3);
        workshop.attend(1, 2, 2, 3);
        workshop.cover(Coverage.of(List.of("b"), VERSION));

        WorkshopState told = told(workshop);
        assertThat(told.status()).isEqualTo(Status.DELIVERED);
        assertThat(told.enrolled()).isEqualTo(3);
        assertThat(told.attended()).isEqualTo(2);
        assertThat(told.coverage()).isEqualTo(new CoverageState(true, List.of("b"), List.of(), List.of(), List.of()));
    }

    @Test
    void starts_with_unknown_coverage_and_can_return_to_it() {
        Workshop workshop = planned(session(NOON, 60));
        assertThat(told(workshop).coverage())
                .isEqualTo(new CoverageState(false, List.of(), List.of(), List.of(), List.of()));

        workshop.cover(Coverage.of(List.of("a", "b"), VERSION));
        workshop.cover(new Coverage.Unknown());

        assertThat(told(workshop).coverage())
                .isEqualTo(new CoverageState(false, List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void takes_attendance_from_the_moment_a_session_begins() {
        Workshop workshop = planned(session(NOON, 60));

        assertRefused("session-not-begun", () -> workshop.requireAttendable(1, NOON.minusMillis(1)));
        assertRefused("session-not-found", () -> workshop.requireAttendable(2, NOON));
        assertRefused("session-not-found", () -> workshop.requireAttendable(0, NOON));

        workshop.requireAttendable(1, NOON);
    }

    @Test
    void tells_the_minutes_of_all_its_sessions_together() {
        Workshop workshop = planned(session(NOON, 60), session(ONE, 90));

        assertThat(told(workshop).minutes()).isEqualTo(150);
        assertThat(told(workshop).sessions().get(1).endsAt()).isEqualTo(ONE.plusSeconds(90 * 60));
    }

    @Test
    void has_sessions_in_order_without_overlap_in_years_people_live_in() {
        NewSession first = session(NOON, 60);

        assertRefused("sessions-impossible", () -> planned(first, session(ONE.minusMillis(1), 60)));
        assertRefused("sessions-impossible", () -> planned(session(ONE, 60), first));
        assertRefused("sessions-impossible", () -> planned(session(Instant.MAX, 60)));
        assertRefused("sessions-impossible", () -> planned(session(Instant.MIN, 60)));
    }

    private static WorkshopState told(Workshop workshop) {
        return WorkshopState.of(workshop, null, VERSION.modules()::contains);
    }

    private static NewSession session(Instant startsAt, int minutes) {
        return new NewSession(null, startsAt, null, minutes, null);
    }

    private static Workshop planned(NewSession... sessions) {
        return Workshop.plan(plan(sessions), VERSION, CHICAGO, NOON);
    }

    private static NewWorkshop plan(NewSession... sessions) {
        return new NewWorkshop(
                "Spring", "mentoring", "1", Mode.ONLINE, Audience.MENTEE, null, null, null, List.of(sessions));
    }

    private static void assertRefused(String problem, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(HttpProblem.class, refused -> assertThat(refused.getType())
                .hasToString("urn:mentoring-commons:problem:" + problem));
    }
}

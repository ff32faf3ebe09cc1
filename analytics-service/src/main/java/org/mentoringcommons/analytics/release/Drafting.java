package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;

/** What people do to a release before it is frozen, each on record, within the transaction under way. */
@ApplicationScoped
class Drafting {

    static final String THING = "release";

    private final Drafts drafts;
    private final Releases releases;
    private final Studies studies;
    private final Conditions conditions;
    private final EpsilonLedger ledger;
    private final ReleaseSettings settings;
    private final Event<Asked> asked;
    private final Caller caller;
    private final Clock clock;
    private final AuditTrail trail;

    Drafting(
            Drafts drafts,
            Releases releases,
            Studies studies,
            Conditions conditions,
            EpsilonLedger ledger,
            ReleaseSettings settings,
            Event<Asked> asked,
            Caller caller,
            Clock clock,
            AuditTrail trail) {
        this.drafts = drafts;
        this.releases = releases;
        this.studies = studies;
        this.conditions = conditions;
        this.ledger = ledger;
        this.settings = settings;
        this.asked = asked;
        this.caller = caller;
        this.clock = clock;
        this.trail = trail;
    }

    /** Somebody wants a release computed, in the transaction under way. */
    record Asked() {}

    Draft draft(UUID id, String key, NewRelease wanted) {
        Study study = studies.toRead(key, caller.subject(), now())
                .orElseThrow(() -> Refusal.notFound("study").problem());
        conditions.requireThresholds(study.definition().thresholds());
        requireSuccession(study);
        conditions.requireApart(study);
        if (drafts.open(key) >= settings.atOnce()) {
            throw Refusal.conflict("releases-under-way", "Freeze or discard one of those under way first")
                    .problem();
        }
        Draft draft = new Draft(id, key, study.version(), wanted.purpose().strip(), caller.subject(), now());
        drafts.add(draft);
        record("release.drafted", draft, "version " + study.version());
        return draft;
    }

    Draft find(String key, UUID id) {
        return drafts.find(key, id)
                .orElseThrow(() -> Refusal.notFound("release").problem());
    }

    List<Draft> after(String key, UUID id, int limit) {
        return drafts.after(key, id, limit);
    }

    DraftView view(Draft draft) {
        return draft.view(releases.numberOf(draft.id()));
    }

    Draft ask(Draft draft) {
        draft.ask(caller.subject());
        conditions.requireStanding(draft.study());
        Study study = studies.version(draft.study(), draft.studyVersion()).orElseThrow();
        requireSuccession(study);
        conditions.requireApart(study);
        drafts.forget(draft);
        record("release.computation-asked", draft, "");
        asked.fire(new Asked());
        return draft;
    }

    Draft approve(Draft draft) {
        draft.approve(caller.subject(), now());
        drafts.flush();
        record("release.approved", draft, "candidate " + draft.candidateHash());
        return draft;
    }

    void discard(Draft draft) {
        draft.discard(now());
        drafts.forget(draft);
        record("release.discarded", draft, "");
    }

    private void requireSuccession(Study study) {
        releases.lastOf(study.key())
                .flatMap(last -> studies.version(study.key(), last.studyVersion()))
                .map(Study::definition)
                .ifPresent(last -> {
                    Conditions.requireSmallest(study.definition().thresholds(), last.thresholds());
                    Conditions.requireSameNoise(study.definition().noise(), last.noise());
                });
        ledger.requireLeft(study);
    }

    private void record(String action, Draft draft, String detail) {
        trail.record(Deed.of(action, THING, draft.id().toString())
                .detail("study " + draft.study() + (detail.isEmpty() ? "" : ", " + detail)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

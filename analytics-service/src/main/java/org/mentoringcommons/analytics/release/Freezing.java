package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringcommons.analytics.cube.Method;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.Refusal;

/** Gives an approved release its number and its documents, in the transaction under way: all of it is there, or nothing. */
@ApplicationScoped
class Freezing {

    private final Drafts drafts;
    private final Releases releases;
    private final Tables tables;
    private final Documents documents;
    private final Conditions conditions;
    private final Studies studies;
    private final Clock clock;
    private final AuditTrail trail;

    Freezing(
            Drafts drafts,
            Releases releases,
            Tables tables,
            Documents documents,
            Conditions conditions,
            Studies studies,
            Clock clock,
            AuditTrail trail) {
        this.drafts = drafts;
        this.releases = releases;
        this.tables = tables;
        this.documents = documents;
        this.conditions = conditions;
        this.studies = studies;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * Freezes it. Whoever stops sharing, or being named, waits for the same lock: either that is first, and is heeded here,
     * or the release is.
     *
     * @return the number
     */
    int freeze(Draft draft) {
        studies.lock(draft.study());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        byte[] candidate = drafts.candidate(draft.id()).orElse(null);
        draft.freeze(now);
        Study study = studies.version(draft.study(), draft.studyVersion()).orElseThrow();
        conditions.requireThresholds(study.definition().thresholds());
        conditions.requireShared(draft);
        drafts.flush(); // whoever freezes at the same time is told so here, before a number is taken
        List<Integer> numbers = new ArrayList<>();
        int number = releases.nextNumber();
        conditions.requireApart(study, draft.institutions()); // nobody else freezes meanwhile
        numbers.addAll(releases.numbersOf(draft.study()));
        if (draft.edition() != numbers.size() + 1) {
            throw Refusal.conflict("release-outrun", "Another release of the study was frozen since: compute it anew")
                    .problem();
        }
        if (draft.method().filter(Method.last()::equals).isEmpty()) {
            throw Refusal.conflict("release-outrun", "It was audited by earlier rules: compute it anew")
                    .problem();
        }
        if (!Sha256.hex(candidate).equals(draft.candidateHash())) {
            throw new IllegalStateException("what was approved is not what would be published");
        }
        numbers.add(number);
        Imprint imprint = new Imprint(numbers, study, draft.purpose(), draft.cubeHash(), Method.last(), now);
        List<Entry> entries = tables.read(candidate);
        Set<String> named = conditions.requireNamed(draft.study(), Entry.sites(entries));
        Map<String, Rendered> rendered = documents.of(imprint, entries);
        releases.add(new FrozenRelease(
                number,
                draft.id(),
                draft.sealedAttempt().orElseThrow(),
                draft.study(),
                draft.studyVersion(),
                study.title(),
                draft.purpose(),
                Sha256.hex(rendered.get(Documents.JSON).body()),
                draft.cubeHash(),
                Method.last().version(),
                draft.edition(),
                now,
                Optional.empty()));
        rendered.forEach((name, document) -> releases.add(number, name, document));
        named.forEach(institution -> releases.name(number, institution));
        trail.record(Deed.of("release.frozen", Drafting.THING, draft.id().toString())
                .detail("study " + draft.study() + ", release " + number + ", content "
                        + Sha256.hex(rendered.get(Documents.JSON).body())));
        return number;
    }
}

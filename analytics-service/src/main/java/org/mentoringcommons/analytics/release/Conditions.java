package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.mentoringcommons.analytics.disclosure.Thresholds;
import org.mentoringcommons.analytics.institution.Institutions;
import org.mentoringcommons.analytics.institution.Registered;
import org.mentoringcommons.analytics.study.Agreements;
import org.mentoringcommons.analytics.study.Noise;
import org.mentoringcommons.analytics.study.SiteAgreements;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.tenancy.Refusal;

/** What must hold whenever a release goes a step on, because it may have changed since the step before. */
@ApplicationScoped
class Conditions {

    private final Agreements agreements;
    private final SiteAgreements sites;
    private final Institutions institutions;
    private final Overlaps overlaps;
    private final Thresholds floor;

    Conditions(
            Agreements agreements,
            SiteAgreements sites,
            Institutions institutions,
            Overlaps overlaps,
            Thresholds floor) {
        this.sites = sites;
        this.agreements = agreements;
        this.institutions = institutions;
        this.overlaps = overlaps;
        this.floor = floor;
    }

    /** The deployment may demand more than when the study was declared. */
    void requireThresholds(Thresholds declared) {
        Refusal refusal = Refusal.conflict(
                "thresholds-below-floor", "The deployment demands higher thresholds than the study declared");
        Map<String, Integer> least = floor.byName();
        List<String> below = declared.byName().entrySet().stream()
                .filter(threshold -> threshold.getValue() < least.get(threshold.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        below.forEach(name -> refusal.violation("thresholds." + name, "at least " + least.get(name)));
        if (!below.isEmpty()) {
            throw refusal.problem();
        }
    }

    /** It may rise from release to release; people answered trusting that it does not fall. */
    static void requireSmallest(Thresholds declared, Thresholds released) {
        if (declared.smallest() < released.smallest()) {
            throw Refusal.conflict(
                            "smallest-count-lowered", "The study's releases were made with a greater smallest count")
                    .detail("Edit the study to the smallest count of its releases, or a greater one, and draft anew.")
                    .violation(
                            "thresholds.smallest",
                            "is " + declared.smallest() + ", at least " + released.smallest() + " as released before")
                    .problem();
        }
    }

    /** What one release has noise on and the next has not could be subtracted: the same noise for all of them. */
    static void requireSameNoise(Noise declared, Noise released) {
        boolean both = declared != null && released != null && declared.mechanism() == released.mechanism();
        boolean same = both ? Objects.equals(declared.bound(), released.bound()) : declared == null && released == null;
        if (!same) {
            throw Refusal.conflict("noise-changed", "The study's releases were made with another noise, or with none")
                    .detail(
                            "Edit the study to the noise of its releases and draft anew. Epsilon and budget may change.")
                    .violation("noise", "was " + (released == null ? "none" : released.method()))
                    .problem();
        }
    }

    /** A study that shows an institution which may not act waits until it may, or has left. */
    void requireStanding(String study) {
        refuseSuspended(suspended(agreements.sharing(study)));
    }

    /** No other study has released what is counted of the institutions that share with this one. */
    void requireApart(Study study) {
        requireApart(study, agreements.sharing(study.key()));
    }

    void requireApart(Study study, Collection<String> counted) {
        overlaps.refuse(study, counted);
    }

    /** Every institution counted in a release shares with its study still, and may act. */
    void requireShared(Draft draft) {
        Collection<String> sharing = agreements.sharing(draft.study());
        List<String> gone = draft.institutions().stream()
                .filter(institution -> !sharing.contains(institution))
                .toList();
        if (!gone.isEmpty()) {
            throw named(
                            "institution-left",
                            "It counts answers of institutions that share no more: compute it anew",
                            gone)
                    .problem();
        }
        refuseSuspended(suspended(draft.institutions()));
    }

    /** {@return the institutions that a release names, all of which agree to it still} */
    Set<String> requireNamed(String study, Collection<String> aliases) {
        Map<String, String> known = institutions.aliases();
        Set<String> agreeing = sites.agreeing(study);
        Set<String> named = new TreeSet<>();
        agreeing.stream()
                .filter(id -> aliases.contains(Objects.requireNonNullElse(known.get(id), id)))
                .forEach(named::add);
        Set<String> withdrawn = new TreeSet<>(aliases);
        named.forEach(id -> withdrawn.remove(Objects.requireNonNullElse(known.get(id), id)));
        if (!withdrawn.isEmpty()) {
            Refusal refusal = Refusal.conflict(
                    "site-agreement-withdrawn", "It names institutions that agree to it no more: compute it anew");
            withdrawn.forEach(alias -> refusal.violation("sites", alias));
            throw refusal.problem();
        }
        return named;
    }

    /** {@return those that may not act} */
    List<String> suspended(Collection<String> among) {
        Map<String, Registered> known = institutions.registered();
        return among.stream()
                .filter(institution -> known.containsKey(institution)
                        && !known.get(institution).active())
                .sorted()
                .toList();
    }

    private void refuseSuspended(List<String> suspended) {
        if (!suspended.isEmpty()) {
            throw named(
                            "institution-suspended-in-study",
                            "The study would show institutions that may not act at present",
                            suspended)
                    .problem();
        }
    }

    private Refusal named(String type, String title, List<String> ids) {
        Map<String, String> aliases = institutions.aliases();
        Refusal refusal = Refusal.conflict(type, title);
        ids.stream()
                .map(id -> Objects.requireNonNullElse(aliases.get(id), id))
                .sorted()
                .forEach(alias -> refusal.violation("institutions", alias));
        return refusal;
    }
}

package org.mentoringcommons.curriculum.catalog;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringcommons.tenancy.Refusal;

/** The content of a curriculum at one time: drafted whole, published once, and then never changed. */
@Entity
@Table(name = "curriculum_version")
class CurriculumVersion {

    @Embeddable
    record Id(String curriculum, String version) {}

    @EmbeddedId
    private Id id;

    @Version
    private long revision;

    @Enumerated(EnumType.STRING)
    private VersionStatus status;

    @ElementCollection
    @CollectionTable(
            name = "module",
            joinColumns = {
                @JoinColumn(name = "curriculum", referencedColumnName = "curriculum"),
                @JoinColumn(name = "version", referencedColumnName = "version")
            })
    @OrderColumn(name = "position")
    private List<CurriculumModule> modules;

    protected CurriculumVersion() {}

    CurriculumVersion(String curriculum, NewVersion drafted) {
        requireEachModuleOnce(drafted.modules());
        id = new Id(curriculum, drafted.version());
        status = VersionStatus.DRAFT;
        modules = List.copyOf(drafted.modules());
    }

    void publish() {
        if (status == VersionStatus.PUBLISHED) {
            throw CatalogProblem.alreadyPublished();
        }
        status = VersionStatus.PUBLISHED;
    }

    boolean isPublished() {
        return status == VersionStatus.PUBLISHED;
    }

    PublishedVersion published() {
        return new PublishedVersion(
                id.curriculum(),
                id.version(),
                modules.stream().map(CurriculumModule::key).collect(Collectors.toUnmodifiableSet()));
    }

    VersionView view() {
        return new VersionView(id.curriculum(), id.version(), status, List.copyOf(modules));
    }

    private static void requireEachModuleOnce(List<CurriculumModule> modules) {
        Set<String> seen = new HashSet<>();
        List<Refusal.Violation> repeated = new ArrayList<>();
        for (int at = 0; at < modules.size(); at++) {
            if (!seen.add(modules.get(at).key())) {
                repeated.add(new Refusal.Violation("modules[" + at + "].key", "appears before"));
            }
        }
        if (!repeated.isEmpty()) {
            throw CatalogProblem.modulesTwice(repeated);
        }
    }
}

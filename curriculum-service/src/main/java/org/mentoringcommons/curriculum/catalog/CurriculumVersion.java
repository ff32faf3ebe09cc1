package org.mentoringcommons.curriculum.catalog;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.content.Manifest;
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

    /** {@code curriculum.json} as its author wrote it; null if the version was drafted without a package. */
    private String manifest;

    private String digest;
    private String language = "en";
    private String[] languages = {"en"};
    private String licence;
    private String citation;
    private String attribution;
    private String changes;
    private String evidence;

    @Column(name = "source_curriculum")
    private String sourceCurriculum;

    @Column(name = "source_version")
    private String sourceVersion;

    @Column(name = "published_at")
    private Instant publishedAt;

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

    /** Of a package; its parts and worksheets are kept beside it, by {@link Contents}. */
    CurriculumVersion(CurriculumPackage whole) {
        Manifest described = whole.manifest();
        id = new Id(described.curriculum().key(), described.version());
        status = VersionStatus.DRAFT;
        modules = described.modules().stream().map(CurriculumModule::of).toList();
        manifest = whole.manifestText();
        digest = whole.digest();
        language = described.languages().get(0);
        languages = described.languages().toArray(String[]::new);
        licence = described.licence();
        citation = described.citation();
        attribution = described.attribution();
        changes = described.changes();
        evidence = described.evidence();
        if (described.adaptedFrom() != null) {
            sourceCurriculum = described.adaptedFrom().curriculum();
            sourceVersion = described.adaptedFrom().version();
        }
    }

    void publish(Instant now) {
        if (status != VersionStatus.DRAFT) {
            throw CatalogProblem.alreadyPublished();
        }
        status = VersionStatus.PUBLISHED;
        publishedAt = now.truncatedTo(ChronoUnit.MILLIS);
    }

    void retire() {
        if (status != VersionStatus.PUBLISHED) {
            throw CatalogProblem.notPublished();
        }
        status = VersionStatus.RETIRED;
    }

    boolean isDraft() {
        return status == VersionStatus.DRAFT;
    }

    boolean isPublished() {
        return status == VersionStatus.PUBLISHED;
    }

    /** Names the content: once published it never changes, so without a package the number will do. */
    String digest() {
        return digest == null ? "number-" + id.version() : digest;
    }

    /** The manifest as written, unless the version was drafted without a package. */
    Optional<String> manifest() {
        return Optional.ofNullable(manifest);
    }

    /** A manifest that says of a version drafted without a package what there is to say. */
    Manifest described(Curriculum of) {
        return new Manifest(
                Manifest.FORMAT,
                of.work(),
                id.version(),
                null,
                List.of(languages),
                Objects.requireNonNullElse(of.licence(), "not stated"),
                of.citation(),
                null,
                "Drafted without a package.",
                null,
                modules.stream().map(CurriculumModule::described).toList(),
                null);
    }

    PublishedVersion published() {
        return new PublishedVersion(
                id.curriculum(),
                id.version(),
                modules.stream().map(CurriculumModule::key).collect(Collectors.toUnmodifiableSet()));
    }

    TaughtVersion taught(Audience audience) {
        return new TaughtVersion(id.curriculum(), id.version(), audience, List.copyOf(modules));
    }

    Optional<CurriculumModule> module(String key) {
        return modules.stream().filter(module -> module.key().equals(key)).findFirst();
    }

    List<String> moduleKeys() {
        return modules.stream().map(CurriculumModule::key).toList();
    }

    VersionView view() {
        return new VersionView(
                id.curriculum(),
                id.version(),
                status,
                sourceVersion == null ? null : new VersionView.Source(sourceCurriculum, sourceVersion),
                List.of(languages),
                licence,
                citation,
                attribution,
                changes,
                evidence,
                publishedAt,
                modules.stream().mapToInt(CurriculumModule::minutes).sum(),
                List.copyOf(modules));
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

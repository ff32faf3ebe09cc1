package org.mentoringcommons.curriculum.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Locale;
import org.hibernate.annotations.DynamicUpdate;
import org.mentoringcommons.curriculum.content.Manifest;

/** A curriculum as a work: its title, its authors' terms and the work it was adapted from. Its versions hold the content. */
@Entity
@DynamicUpdate // the key is not for the service to change
class Curriculum {

    @Id
    private String key;

    private String title;

    @Enumerated(EnumType.STRING)
    private Audience audience;

    @Column(name = "adapted_from")
    private String adaptedFrom;

    private String citation;
    private String licence;

    protected Curriculum() {}

    Curriculum(NewCurriculum announced) {
        key = announced.key();
        title = announced.title();
        audience = announced.audience();
        adaptedFrom = announced.adaptedFrom();
        citation = announced.citation();
        licence = announced.licence();
    }

    /** As a package announces it with its first version. */
    Curriculum(Manifest described) {
        key = described.curriculum().key();
        describe(described);
    }

    /** Anew, as long as none of its versions was published. What a package says nothing of stays as it was announced. */
    void describe(Manifest described) {
        title = described.curriculum().title();
        audience = Audience.valueOf(described.curriculum().audience().toUpperCase(Locale.ROOT));
        Manifest.Source source = described.adaptedFrom();
        if (source != null && !source.curriculum().equals(key)) {
            adaptedFrom = source.curriculum();
        }
        if (described.citation() != null) {
            citation = described.citation();
        }
        licence = described.licence();
    }

    boolean isCalledAsIn(Manifest described) {
        return work().equals(described.curriculum());
    }

    String key() {
        return key;
    }

    Audience audience() {
        return audience;
    }

    String licence() {
        return licence;
    }

    String citation() {
        return citation;
    }

    /** What a package says of the curriculum, whatever the version. */
    Manifest.Work work() {
        return new Manifest.Work(key, title, audience.name().toLowerCase(Locale.ROOT));
    }

    CurriculumView view(List<CurriculumView.Version> versions) {
        return new CurriculumView(key, title, audience, adaptedFrom, citation, licence, versions);
    }
}

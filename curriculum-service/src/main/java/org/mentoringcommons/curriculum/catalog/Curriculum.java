package org.mentoringcommons.curriculum.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;

/** A curriculum as a work: its title, its authors' terms and the work it was adapted from. Its versions hold the content. */
@Entity
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

    String key() {
        return key;
    }

    CurriculumView view(List<CurriculumView.Version> versions) {
        return new CurriculumView(key, title, audience, adaptedFrom, citation, licence, versions);
    }
}

package org.mentoringcommons.curriculum.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mentoringcommons.curriculum.catalog.Contents;
import org.mentoringcommons.curriculum.content.CurriculumPackage;

/** The texts that a workshop is held with: the institution's own, or the shared ones. */
@ApplicationScoped
public class HeldWith {

    private final LocalModules local;
    private final Contents contents;

    HeldWith(LocalModules local, Contents contents) {
        this.local = local;
        this.contents = contents;
    }

    /** Empty for a version without a manifest. */
    public Optional<CurriculumPackage> contents(Workshop workshop) {
        return local.contents(workshop.id())
                .or(() -> contents.whole(workshop.curriculum(), workshop.curriculumVersion()));
    }
}
